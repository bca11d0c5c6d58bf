// OpenID providers for tests, each on a port of its own: the certified oidc-provider, with a page on which anybody says who they are.
// node provider.mjs <folder with node_modules> <JSON list of {port, client_id, client_secret, redirect_uri, in_id_token}>
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, providers] = process.argv.slice(2);
const { default: Provider } = await import(pathToFileURL(join(folder, 'node_modules/oidc-provider/lib/index.js')));

// Each under an id that no other had: whoever keeps keys knows by it that there are new ones.
function key(type, options, alg) {
  return { ...generateKeyPairSync(type, options).privateKey.export({ format: 'jwk' }), kid: randomUUID(), alg, use: 'sig' };
}

const escaped = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

async function form(request) {
  let body = '';
  for await (const part of request) body += part;
  return new URLSearchParams(body);
}

async function start(settings) {
  // What each person last said of themselves, by their number.
  const people = new Map();
  const provider = new Provider(`http://127.0.0.1:${settings.port}`, {
    clients: [{
      client_id: settings.client_id,
      client_secret: settings.client_secret,
      redirect_uris: [settings.redirect_uri],
    }],
    // Google and LinkedIn put the address into the ID token; the standard's default is UserInfo alone.
    conformIdTokenClaims: !settings.in_id_token,
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (context, interaction) => `/sign-in/${interaction.uid}` },
    jwks: { keys: [key('rsa', { modulusLength: 2048 }, 'RS256'), key('ec', { namedCurve: 'P-256' }, 'ES256')] },
    cookies: { keys: [randomUUID()] },
    ttl: { Session: 600, Interaction: 600, Grant: 600, IdToken: 600, AccessToken: 600, AuthorizationCode: 60 },
    findAccount: (context, sub) => ({ accountId: sub, claims: () => ({ ...people.get(sub), sub }) }),
    // Nobody is asked twice: the page that says who one is agrees as well.
    async loadExistingGrant({ oidc }) {
      const known = oidc.session.grantIdFor(oidc.client.clientId);
      if (known) return oidc.provider.Grant.find(known);
      const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope('openid email');
      await grant.save();
      return grant;
    },
  });
  provider.use(async (context, next) => {
    if (!context.path.startsWith('/sign-in/')) return next();
    if (context.method === 'POST') {
      const said = await form(context.req);
      const refused = said.get('refuse') !== null;
      if (!refused) {
        people.set(said.get('sub'), {
          ...(said.get('email') && { email: said.get('email') }),
          // As typed: `true` is the boolean, `"true"` the text that some providers send instead.
          ...(said.get('verified') && { email_verified: JSON.parse(said.get('verified')) }),
        });
      }
      const result = refused ? { error: 'access_denied', error_description: 'no' } : { login: { accountId: said.get('sub') } };
      context.respond = false;
      await provider.interactionFinished(context.req, context.res, result, { mergeWithLastSubmission: false });
      return;
    }
    context.type = 'html';
    context.body = `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Fournisseur d’essai</title><h1>Qui êtes-vous ?</h1>
<form method="post" action="${escaped(context.path)}">
<p><label>Identifiant <input name="sub" required></label>
<p><label>Adresse <input name="email"></label>
<p><label>Vérifiée <input name="verified" value="true"></label>
<p><button>Se connecter</button> <button name="refuse" value="yes" formnovalidate>Refuser</button></form>`;
  });
  const server = provider.listen(settings.port, '127.0.0.1');
  await once(server, 'listening');
}

for (const settings of JSON.parse(providers)) await start(settings);
console.log('ready');
