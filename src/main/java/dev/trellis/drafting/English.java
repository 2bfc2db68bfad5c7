package dev.trellis.drafting;

import dev.trellis.catalog.ActivityKind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** English for words of a catalogue: gerunds, third persons, titles that ask for something. */
final class English implements Grammar {

    /** Verbs that open titles of activities, level descriptors and ESCO's skills. */
    private static final Set<String> VERBS = Set.of("""
            accept accompany act adapt address adjust advise agree align analyse analyze answer anticipate apply argue arrange ask
            assess assign assist attend audit balance be bring build calculate carry catch chair challenge change check choose clarify
            close coach collaborate collect combine communicate compare complete compose conduct connect consider consult contribute
            convince cook cooperate coordinate correct create debrief debug decide deepen define delegate deliver demonstrate deploy
            describe design detect determine develop diagnose direct discuss document draft draw drive earn edit encourage enable
            engage ensure escalate establish estimate evaluate examine execute exchange experiment explain explore express extend
            facilitate find finish fix focus follow form formulate foster gather generate get give grow guide hand handle have help
            hold host identify implement improve influence inform initiate inspect inspire install integrate interpret interview
            introduce invent investigate invite join judge keep know launch lead learn let link listen look maintain make manage map
            measure mediate meet mentor model moderate monitor motivate move name negotiate network notice observe offer operate
            organise organize own pair participate perform persuade pick plan practise practice predict prepare present prevent
            prioritise prioritize process produce programme promote propose protect prove provide publish pull push put question raise
            read recognise recognize recommend record recover reduce refactor reflect repair replace report represent research resolve
            respect respond rehearse review revise rewrite rotate run say schedule see seek select sell send separate serve set settle
            shadow shape share shorten show sign simplify sit sketch solve speak spend spot stand start state stay steer stop structure study
            suggest summarise summarize supervise support swap take talk teach tell test think track train translate treat troubleshoot
            try turn tutor uncover understand update use validate verify visit volunteer walk watch weigh welcome work write""".strip().split("\\s+"));

    private static final Map<String, String> THIRD_PERSON = thirdPersons();

    /** Verbs that are also nouns, so that "Mentor conversation" is no request and "Mentor a colleague" is. */
    private static final Set<String> ALSO_NOUNS = Set.of(
            "mentor",
            "coach",
            "design",
            "review",
            "plan",
            "practice",
            "research",
            "work",
            "process",
            "report",
            "record",
            "support",
            "test",
            "model",
            "lead",
            "change",
            "question",
            "host",
            "guide",
            "document",
            "network",
            "programme",
            "train",
            "talk",
            "walk",
            "visit",
            "shadow",
            "balance",
            "challenge",
            "focus",
            "form",
            "hand",
            "help",
            "influence",
            "interview",
            "judge",
            "land",
            "map",
            "measure",
            "monitor",
            "name",
            "offer",
            "pair",
            "produce",
            "promise",
            "respect",
            "set",
            "shape",
            "share",
            "show",
            "sign",
            "stand",
            "start",
            "state",
            "stretch",
            "study",
            "swap",
            "track",
            "turn",
            "update",
            "use",
            "value",
            "watch",
            "audit",
            "catch",
            "check",
            "debrief",
            "draft",
            "edit",
            "experiment",
            "exchange",
            "fix",
            "repair",
            "run",
            "tutor",
            "write");

    /** What follows a verb that asks for something. */
    private static final Set<String> OBJECT_OPENERS = Set.of(
            "a", "an", "the", "your", "one", "two", "three", "four", "five", "another", "each", "every", "someone",
            "others", "with", "through", "in", "on", "for", "at", "about", "from", "to", "how", "what", "out", "over",
            "up", "along", "and", "new", "part");

    /** Openings of a course's title that really ask one to do something. */
    private static final Set<String> STUDY_VERBS = Set.of(
            "complete",
            "read",
            "watch",
            "take",
            "attend",
            "study",
            "listen",
            "join",
            "follow",
            "practise",
            "practice",
            "work");

    private static final Set<String> PROPER = Set.of(
            "english",
            "german",
            "french",
            "spanish",
            "italian",
            "dutch",
            "chinese",
            "japanese",
            "java",
            "python",
            "kotlin",
            "rust",
            "scala",
            "excel",
            "powerpoint",
            "microsoft",
            "google",
            "amazon",
            "azure",
            "oracle",
            "salesforce",
            "jira",
            "figma",
            "kubernetes",
            "docker",
            "linux",
            "windows",
            "git",
            "github",
            "gitlab",
            "scrum",
            "kanban",
            "lean",
            "agile",
            "tableau",
            "terraform",
            "kafka",
            "spring",
            "android",
            "photoshop",
            "autocad",
            "european",
            "american",
            "british");

    /** Endings of words that are no names, for a competency of one word. */
    private static final List<String> COMMON_ENDINGS = List.of(
            "ing",
            "tion",
            "sion",
            "ment",
            "ship",
            "ness",
            "ity",
            "ance",
            "ence",
            "sis",
            "ics",
            "ogy",
            "phy",
            "ry",
            "ism",
            "acy",
            "age",
            "work",
            "feedback",
            "care",
            "law",
            "design",
            "science",
            "trust",
            "focus",
            "finance");

    /** "Giving feedback" becomes "giving feedback", "SQL" stays. */
    @Override
    public String inSentence(String competencyName) {
        String name = competencyName.strip();
        String[] words = name.split(" ");
        if (VERBS.contains(words[0])) {
            return gerund(words[0]) + name.substring(words[0].length());
        }
        boolean plain = Arrays.stream(words).allMatch(English::isPlain);
        boolean common =
                words.length > 1 || COMMON_ENDINGS.stream().anyMatch(name.toLowerCase(Locale.ENGLISH)::endsWith);
        return plain && common ? name.toLowerCase(Locale.ENGLISH) : name;
    }

    /** Neither a name nor an abbreviation. */
    private static boolean isPlain(String word) {
        String rest = word.isEmpty() ? "" : word.substring(1);
        return rest.equals(rest.toLowerCase(Locale.ENGLISH)) && !PROPER.contains(word.toLowerCase(Locale.ENGLISH));
    }

    private static String gerund(String verb) {
        if (verb.endsWith("e") && !verb.endsWith("ee") && verb.length() > 2) {
            return verb.substring(0, verb.length() - 1) + "ing";
        }
        boolean doubled = Set.of(
                        "plan", "run", "set", "get", "let", "map", "put", "sit", "spot", "stop", "swap", "debug")
                .contains(verb);
        return verb + (doubled ? verb.substring(verb.length() - 1) : "") + "ing";
    }

    @Override
    public boolean isRequest(String title, ActivityKind kind) {
        String[] words = title.strip().toLowerCase(Locale.ENGLISH).split("\\s+", 3);
        String verb = words[0].startsWith("co-") ? words[0].substring(3) : words[0];
        if (words.length < 2
                || !VERBS.contains(verb)
                || (kind == ActivityKind.EDUCATION && !STUDY_VERBS.contains(verb))) {
            return false;
        }
        return !ALSO_NOUNS.contains(verb) || OBJECT_OPENERS.contains(words[1]);
    }

    @Override
    public Optional<String> afterName(String descriptor) {
        return Grammar.firstSentence(descriptor)
                .filter(words -> THIRD_PERSON.containsKey(firstWord(words)))
                .map(Grammar::lowered);
    }

    @Override
    public Optional<String> afterCan(String descriptor) {
        return Grammar.firstSentence(descriptor)
                .map(Grammar::lowered)
                .map(words -> words.startsWith("can ") ? words.substring(4) : words)
                .map(words -> words.startsWith("is able to ") ? words.substring(11) : words)
                .map(words -> words.startsWith("able to ") ? words.substring(8) : words)
                .filter(words -> VERBS.contains(firstWord(words)));
    }

    private static String firstWord(String words) {
        return Grammar.firstWord(words).toLowerCase(Locale.ENGLISH);
    }

    private static Map<String, String> thirdPersons() {
        Map<String, String> forms = VERBS.stream().collect(Collectors.toMap(English::thirdPerson, verb -> verb));
        Map<String, String> all = new HashMap<>(forms);
        all.put("is", "be");
        all.put("has", "have");
        return all;
    }

    private static String thirdPerson(String verb) {
        if (verb.matches(".*(?:s|sh|ch|x|z|o)")) {
            return verb + "es";
        }
        return verb.matches(".*[^aeiou]y") ? verb.substring(0, verb.length() - 1) + "ies" : verb + "s";
    }
}
