package io.capitune.cv.compose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.capitune.cv.document.Item;
import io.capitune.cv.resume.Resume.Skill;
import org.jspecify.annotations.Nullable;

/** Skills in at most four inline groups, {@code Groupe : a, b, c}; what is over goes into the last, "Autres". */
final class SkillGroups {

    private static final int MOST_GROUPS = 4;

    private final Wording wording;

    SkillGroups(Wording wording) {
        this.wording = wording;
    }

    List<Item> of(List<Skill> skills) {
        List<Item> groups = new ArrayList<>();
        List<String> loose = new ArrayList<>();
        for (Skill skill : skills) {
            String name = named(skill);
            List<String> keywords = distinct(CvText.lines(skill.keywords()));
            if (name != null && !keywords.isEmpty()) {
                groups.add(new Item(name, String.join(", ", keywords)));
            } else if (name != null) {
                loose.add(name);
            } else {
                loose.addAll(keywords);
            }
        }
        if (groups.isEmpty()) {
            return loose.isEmpty() ? List.of() : List.of(new Item(null, String.join(", ", distinct(loose))));
        }
        return atMostFour(groups, distinct(loose));
    }

    private List<Item> atMostFour(List<Item> groups, List<String> loose) {
        if (groups.size() + (loose.isEmpty() ? 0 : 1) <= MOST_GROUPS) {
            return loose.isEmpty() ? groups : withOthers(groups, loose);
        }
        List<String> others = new ArrayList<>();
        groups.subList(MOST_GROUPS - 1, groups.size())
                .forEach(group -> others.add(group.label() + " (" + group.text() + ")"));
        others.addAll(loose);
        return withOthers(groups.subList(0, MOST_GROUPS - 1), others);
    }

    private List<Item> withOthers(List<Item> groups, List<String> others) {
        List<Item> all = new ArrayList<>(groups);
        all.add(new Item(wording.say("Autres", "Other"), String.join(", ", others)));
        return all;
    }

    private static @Nullable String named(Skill skill) {
        String name = CvText.orNull(skill.name());
        String level = CvText.orNull(skill.level());
        return name == null || level == null ? name : name + " (" + level + ")";
    }

    private static List<String> distinct(List<String> texts) {
        Map<String, String> first = new LinkedHashMap<>();
        texts.forEach(text -> first.putIfAbsent(text.toLowerCase(Locale.ROOT), text));
        return List.copyOf(first.values());
    }
}
