package io.capitune.auth.imports;

import java.util.List;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.capitune.auth.Crowd;
import io.capitune.auth.Mails;
import io.capitune.auth.MovableClock;
import io.capitune.auth.Notices;
import io.capitune.auth.Operator;
import io.capitune.auth.account.Accounts;
import io.capitune.auth.account.EmailAddress;
import io.capitune.auth.audit.AuditVerification;
import io.capitune.auth.audit.ChainState;
import io.capitune.platform.random.RandomTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;

/** Accounts from elsewhere: brought in once, with their passwords, and whatever the file says nobody gets in who should not. */
@QuarkusTest
@AuthTest
class ImportTest {

    private static final String PASSWORD = "trois girafes à vélo";
    private static final String BCRYPT = new BCryptPasswordEncoder(4).encode(PASSWORD);
    private static final String FILE = "0".repeat(64);

    @Inject
    Accounts accounts;

    @Inject
    AuditVerification verification;

    @Inject
    Mails mails;

    @Inject
    Notices notices;

    @Inject
    MovableClock clock;

    @Inject
    RandomTokens random;

    @Inject
    MongoDatabase database;

    private String run;
    private Browser operator;

    @BeforeEach
    void operator() {
        run = "import" + random.digits(12);
        operator = Operator.signedIn();
    }

    @AfterEach
    void chainIsWhole() {
        clock.reset();
        assertThat(verification.verify(null)).isInstanceOf(ChainState.Whole.class);
    }

    @Test
    void accountWithABcryptHashSignsInWithItsPasswordAndIsHashedAnew() {
        var email = address(1);
        var told = bring(begin(1), line(email, true));
        assertThat(told.encode()).isEqualTo("{\"new\":1,\"withPassword\":1,\"known\":0,\"refused\":[]}");

        assertThat(new Browser().login(email, "deux girafes à vélo").statusCode())
                .isEqualTo(401);
        assertThat(new Browser().login(email, PASSWORD).statusCode()).isEqualTo(200);

        assertThat(hash(email)).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(new Browser().login(email, PASSWORD).statusCode()).isEqualTo(200);
        var account = accounts.byEmail(new EmailAddress(email)).orElseThrow();
        assertThat(account.roles()).containsExactly("professional");
        assertThat(account.verifiedAt()).isNull();
        assertThat(account.locale()).isEqualTo("en");
    }

    @Test
    void firstDeviceOfAnAccountThatCameWithAPasswordIsToldOf() {
        bring(begin(1), line(address(1), true));
        assertThat(new Browser().login(address(1), PASSWORD).statusCode()).isEqualTo(200);
        assertThat(notices.kinds(address(1))).containsExactly("new-device");
    }

    @Test
    void firstDeviceOfAnAccountThatIsOpenedByItsMailIsToldOfToNobody() {
        bring(begin(1), line(address(1), false));
        new Browser().signIn(mails, address(1));
        assertThat(notices.kinds(address(1))).isEmpty();
    }

    @Test
    void nobodyIsWrittenTo() {
        bring(begin(1), line(address(1), true));
        assertThat(notices.kinds(address(1))).isEmpty();
        assertThat(mails.to(address(1))).isEmpty();
    }

    @Test
    void addressThatNobodyHasShownToReadIsOpenedByItsMailAlone() {
        var email = address(1);
        var told = bring(begin(1), line(email, false));
        assertThat(told.getInteger("new")).isEqualTo(1);
        assertThat(told.getInteger("withPassword")).isZero();

        assertThat(new Browser().login(email, PASSWORD).statusCode()).isEqualTo(401);
        assertThat(new Browser().signIn(mails, email).token()).isNotEmpty();
        assertThat(new Browser().login(email, PASSWORD).statusCode()).isEqualTo(401);
    }

    @Test
    void whatIsThereStaysAsItIsAndASecondRunChangesNothing() {
        var email = address(1);
        new Browser().signIn(mails, email);
        var before = account(email);
        var lines = new String[] {line(email, true), line(address(2), true), line(address(3), true)};

        assertThat(bring(begin(2), lines).encode())
                .isEqualTo("{\"new\":2,\"withPassword\":2,\"known\":1,\"refused\":[]}");
        var hash = hash(address(2));
        assertThat(new Browser().login(address(2), PASSWORD).statusCode()).isEqualTo(200);
        var anew = hash(address(2));

        assertThat(bring(begin(1), lines).encode())
                .isEqualTo("{\"new\":0,\"withPassword\":0,\"known\":3,\"refused\":[]}");
        assertThat(account(email)).isEqualTo(before);
        assertThat(hash(email)).isNull();
        assertThat(hash(address(2))).isEqualTo(anew).isNotEqualTo(hash);
        assertThat(count()).isEqualTo(3);
    }

    @Test
    void anAddressTwiceInAFileIsTheFirstOfThem() {
        var told = bring(begin(1), line(address(1), true), line(address(1).toUpperCase(java.util.Locale.ROOT), false));
        assertThat(told.getInteger("new")).isEqualTo(1);
        assertThat(told.getInteger("known")).isEqualTo(1);
        assertThat(hash(address(1))).isEqualTo(BCRYPT);
    }

    @Test
    void addressThatIsKeptForItsFormerAccountIsLeftAlone() {
        database.getCollection("former_addresses")
                .insertOne(new Document("_id", address(1))
                        .append("accountId", "somebody")
                        .append("leftAt", java.util.Date.from(clock.instant()))
                        .append("keptUntil", java.util.Date.from(clock.instant().plusSeconds(60)))
                        .append(
                                "forgottenAt",
                                java.util.Date.from(clock.instant().plusSeconds(60)))
                        .append("v", 1));
        assertThat(bring(begin(1), line(address(1), true)).getInteger("known")).isEqualTo(1);
        assertThat(count()).isZero();
    }

    @Test
    void aCheckTellsWhatWouldBeDoneAndWritesNothing() {
        var acts = acts();
        var told = lines("/check", null, line(address(1), true), "{\"email\":\"admin@exemple.fr\",\"role\":\"admin\"}");

        assertThat(told.getInteger("new")).isEqualTo(1);
        assertThat(told.getJsonArray("refused").getJsonObject(0).getLong("line"))
                .isEqualTo(8);
        assertThat(told.getJsonArray("refused").getJsonObject(0).getString("field"))
                .isEqualTo("role");
        assertThat(count()).isZero();
        assertThat(acts()).isEqualTo(acts);
    }

    @Test
    void refusedLinesAreLeftOutAlsoWhenOthersAreBroughtIn() {
        var told = bring(
                begin(1),
                "{\"email\":\"" + address(1) + "\",\"role\":\"admin\"}",
                "{\"email\":\"" + address(2) + "\",\"emailVerified\":true,\"passwordHash\":\"$2a$31$" + "a".repeat(53)
                        + "\"}",
                line(address(3), true));
        assertThat(told.getJsonArray("refused")).hasSize(2);
        assertThat(told.encode()).doesNotContain("exemple.fr", "$2a");
        assertThat(count()).isEqualTo(1);
        assertThat(accounts.byEmail(new EmailAddress(address(3)))).isPresent();
    }

    @Test
    void oneEntryOfTheLogTellsOfTheWholeFile() {
        var acts = acts();
        var entry = begin(2);
        bring(entry, line(address(1), true));
        bring(entry, line(address(2), true));

        assertThat(acts()).isEqualTo(acts + 1);
        var written = database.getCollection("audit").find(Filters.eq(entry)).first();
        assertThat(written.getString("actor")).isEqualTo("operator");
        assertThat(written.getString("source")).startsWith("198.51.");
        assertThat(written.get("details", Document.class))
                .isEqualTo(new Document("new", "2")
                        .append("known", "0")
                        .append("refused", "0")
                        .append("file", FILE));
    }

    @Test
    void nothingIsBroughtInThatIsNotWrittenDown() {
        var entry = begin(1);
        for (var unknown : List.of(entry + 1, 1L, Long.MAX_VALUE)) {
            assertThat(post("/accounts", body(unknown, line(address(1), true))).statusCode())
                    .as("%s", unknown)
                    .isEqualTo(409);
        }
        assertThat(post("/accounts", body(null, line(address(1), true))).statusCode())
                .isEqualTo(422);
        clock.forward(java.time.Duration.ofHours(25));
        operator = Operator.signedIn();
        assertThat(post("/accounts", body(entry, line(address(1), true))).statusCode())
                .isEqualTo(409);
        assertThat(count()).isZero();
    }

    @Test
    void whereNothingWouldBeDoneNothingIsWrittenDown() {
        var acts = acts();
        var found =
                new JsonObject().put("new", 0).put("known", 3).put("refused", 0).put("file", FILE);
        assertThat(post("", found).statusCode()).isEqualTo(422);
        assertThat(acts()).isEqualTo(acts);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        for (var body : List.of(
                new JsonObject(),
                new JsonObject().put("first", 0).put("lines", new JsonArray().add("{}")),
                new JsonObject().put("first", 1).put("lines", new JsonArray()),
                new JsonObject()
                        .put("first", 1)
                        .put("lines", new JsonArray(java.util.Collections.nCopies(201, "{}"))))) {
            assertThat(post("/check", body).statusCode()).as(body.encode()).isEqualTo(422);
        }
        assertThat(post(
                                "",
                                new JsonObject()
                                        .put("new", 1)
                                        .put("known", 0)
                                        .put("refused", 0)
                                        .put("file", "x"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(lines("/check", null, new String[] {null}).getJsonArray("refused"))
                .hasSize(1);
    }

    @Test
    void ofManyImportsAndSignInsAtOnceEachAddressHasOneAccount() {
        var entry = begin(40);
        var lines = IntStream.range(0, 40)
                .mapToObj(number -> line(address(number), true))
                .toArray(String[]::new);
        var told = Crowd.atOnce(12, () -> {
            new Browser().signIn(mails, random.digits(9) + address(7));
            return bring(entry, lines);
        });

        assertThat(told.stream().mapToInt(each -> each.getInteger("new")).sum()).isEqualTo(40);
        assertThat(count()).isEqualTo(40);
    }

    private JsonObject bring(long entry, String... lines) {
        return lines("/accounts", entry, lines);
    }

    private JsonObject lines(String path, Long entry, String... lines) {
        var response = post(path, body(entry, lines));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return new JsonObject(response.body());
    }

    private static JsonObject body(Long entry, String... lines) {
        var body = new JsonObject().put("first", 7).put("lines", new JsonArray(java.util.Arrays.asList(lines)));
        return entry == null ? body : body.put("import", entry);
    }

    private long begin(int fresh) {
        var found = new JsonObject()
                .put("new", fresh)
                .put("known", 0)
                .put("refused", 0)
                .put("file", FILE);
        return new JsonObject(post("", found).body()).getLong("import");
    }

    private java.net.http.HttpResponse<String> post(String path, JsonObject body) {
        return operator.postJson("/internal/imports" + path, body.encode());
    }

    private static String line(String email, boolean verified) {
        return new JsonObject()
                .put("email", email)
                .put("emailVerified", verified)
                .put("role", "professional")
                .put("locale", "en")
                .put("passwordHash", BCRYPT)
                .encode();
    }

    private String address(int number) {
        return run + "-" + number + "@exemple.fr";
    }

    private Document account(String email) {
        return database.getCollection("accounts")
                .find(Filters.eq("email", email))
                .first();
    }

    private String hash(String email) {
        var password = database.getCollection("passwords")
                .find(Filters.eq(account(email).getString("_id")))
                .first();
        return password == null ? null : password.getString("hash");
    }

    private long count() {
        return database.getCollection("accounts").countDocuments(Filters.regex("email", "^" + run));
    }

    private long acts() {
        return database.getCollection("audit").countDocuments(Filters.eq("act", "accounts.imported"));
    }
}
