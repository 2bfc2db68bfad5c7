package dev.trellis.reading;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import dev.trellis.reading.PersonalText.Found;
import dev.trellis.reading.PersonalText.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.InetAddressValidator;
import org.apache.commons.validator.routines.checkdigit.IBANCheckDigit;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;

/** Identifiers that have a form of their own. Where a form has a check digit, it decides. */
final class FormedIdentifiers {

    private static final Pattern MAIL =
            Pattern.compile("[\\p{L}\\p{N}][^\\s@<>()\\[\\]\",;:]*@[\\p{L}\\p{N}][\\p{L}\\p{N}.-]*[\\p{L}\\p{N}]");

    /** Bare domains only in small letters, so that "Node.js" and "ASP.NET" stay words. */
    private static final Pattern LINK = Pattern.compile("(?i:\\b(?:https?|ftp)://[^\\s<>\"]+|\\bwww\\.[^\\s<>\"]+)"
            + "|(?<![\\w.@-])(?:[A-Za-z0-9][A-Za-z0-9-]*\\.)+"
            + "(?:com|org|net|edu|gov|info|biz|eu|de|at|ch|uk|fr|nl|be|it|es|pl|cz|dk|se|no|fi|hu|us|ca|au|br|jp|cn|io|me|ly)"
            + "\\b(?:/[^\\s<>\"]*)?");

    private static final Pattern IP4 = Pattern.compile("(?<![\\w.])\\d{1,3}(?:\\.\\d{1,3}){3}(?![\\w]|\\.\\d)");
    private static final Pattern IP6_OR_HARDWARE =
            Pattern.compile("(?<![\\w:])(?:[0-9A-Fa-f]{0,4}:){3,7}[0-9A-Fa-f]{0,4}(?![\\w:])");
    private static final Pattern HARDWARE = Pattern.compile("(?:[0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2}");
    private static final Pattern IBAN =
            Pattern.compile("(?<!\\w)[A-Za-z]{2}\\d{2}(?:[ ]?[A-Za-z0-9]{4}){2,7}(?:[ ]?[A-Za-z0-9]{1,3})?(?!\\w)");
    private static final Pattern CARD = Pattern.compile("(?<![\\w.-])\\d(?:[ -]?\\d){11,18}(?![\\w]|-\\d)");

    /** No figure anybody writes about work has nine digits without a mark between. */
    private static final Pattern LONG_NUMBER = Pattern.compile("(?<![\\w.,])\\d{9,}(?!\\w)");

    private static final Pattern SOCIAL_SECURITY = Pattern.compile("(?<![\\w-])\\d{3}-\\d{2}-\\d{4}(?![\\w-])");

    /** Passports, licences and national numbers of many countries; names of standards look alike. */
    private static final Pattern LETTERS_AND_DIGITS =
            Pattern.compile("(?<![\\w-])(?!ISO|IEC|DIN|RFC|CVE|KB)[A-Z]{1,3}\\d{5,}[A-Z0-9]*(?![\\w-])");

    private static final Pattern NUMBER_BY_NAME = Pattern.compile(
            "(?i)\\b(?:licen[cs]e|passport|personnel|employee|staff|badge|payroll|account|member(?:ship)?|customer|policy|"
                    + "insurance|tax|security|personal-?|ausweis-?|konto-?|kunden-?|steuer-?|mitglieds?-?|versicherungs-?)"
                    + "\\s?(?:number|nummer|no\\.?|nr\\.?|id|identifier|#)[\\s:#]*(?:is|ist|lautet)?[\\s:#]*"
                    + "((?=[\\w/-]*\\d)[\\w][\\w/-]{2,}\\w)");

    private static final Pattern USER_NAME = Pattern.compile(
            "(?<![\\w.@])@[a-z0-9_][a-z0-9_.-]+[a-z0-9_]|(?i)\\b(?:user ?name|login|handle|benutzername)[\\s:]+(?:is |ist )?"
                    + "((?=\\S*[\\d_.])[\\w][\\w.-]+\\w)");

    /** What people write where they leave the area or the trunk prefix out, or make numbers up. */
    private static final Pattern PHONE = Pattern.compile(
            "(?<![\\w.,/-])(?:\\+\\d{1,3}[ .-]?)?(?:\\(\\d{1,5}\\)[ .-]?)?\\d{2,5}(?:[ .-]\\d{2,6}){1,5}"
                    + "(?:(?: ?x| ?ext\\.? ?)\\d{2,5})?(?![\\w]|[.,/-]\\d)");

    private static final Pattern DAY = Pattern.compile(
            "\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}[.-]\\d{1,2}[.-]\\d{2,4}|(?:19|20)\\d{2}[ –-]+(?:19|20)\\d{2}");

    private static final Pattern FULL_DATE = Pattern.compile("(?<![\\w/.-])(?:(?:19|20)\\d{2}-\\d{1,2}-\\d{1,2}"
            + "(?:[ T]\\d{1,2}:\\d{2}(?::\\d{2})?)?|\\d{1,2}[/.]\\d{1,2}[/.](?:19|20)\\d{2})(?![\\w/-])");

    private static final Pattern YEAR = Pattern.compile("(?<![\\w.,/-])(?:19|20)\\d{2}(?![\\w/-]|[.,]\\d)");

    /** A number of years that a person has lived. */
    private static final Pattern AGE = Pattern.compile(
            "(?i)(?:\\b(?:turn(?:ed|s|ing)?|aged?:?|at the age of)\\s)(\\d{1,2})(?![\\w%]|[.,]\\d|\\s(?!in|on|and|today|this|last|next)\\p{L})"
                    + "|\\b\\d{1,2}(?=[ -]?(?:years?[ -]old|y/o\\b|jahre alt|-jährige))");

    private static final Pattern SALUTATION = Pattern.compile(
            "(?<!\\w)(?:(?:[Mm]r|[Mm]rs|[Mm]s|[Dd]r|[Pp]rof)\\.|Mr|Mrs|Ms|Miss|Dr|Prof|Herrn?|Frau)(?= \\p{Lu})");

    private static final Pattern PART_OF_HOUSE = Pattern.compile(
            "(?<!\\w)(?:Suite|Ste\\.?|Apt\\.?|Apartment|PSC|P\\.? ?O\\.? Box) #?\\d+[A-Z]?(?!\\w)|(?<!\\w)(?:Unit|Box) \\d{3,}(?!\\w)");

    /** Fewer digits than this are a house number, a year, a sum. */
    private static final int FEWEST_PHONE_DIGITS = 7;

    private static final int MOST_PHONE_DIGITS = 15;

    /** Where numbers without a country are looked up. */
    private static final List<String> REGIONS = List.of("GB", "DE", "US");

    private static final int LONGEST_LUHN = 19;
    private static final LuhnCheckDigit LUHN = new LuhnCheckDigit();
    private static final IBANCheckDigit MOD_97 = new IBANCheckDigit();

    private FormedIdentifiers() {}

    /** In order, none overlapping another: where two forms fit, the one named first here. */
    static List<Found> in(String text) {
        List<Found> found = new ArrayList<>();
        add(text, MAIL, Kind.MAIL, 0, found);
        add(text, LINK, Kind.LINK, 0, found);
        if (text.chars().anyMatch(Character::isDigit)) {
            numbers(text, found);
        }
        add(text, USER_NAME, Kind.USER_NAME, 1, found);
        add(text, SALUTATION, Kind.SALUTATION, 0, found);
        found.sort(Comparator.comparingInt(Found::start));
        return found;
    }

    private static void numbers(String text, List<Found> found) {
        Matcher hardware = IP6_OR_HARDWARE.matcher(text);
        while (hardware.find()) {
            String address = hardware.group();
            if (HARDWARE.matcher(address).matches()
                    || InetAddressValidator.getInstance().isValidInet6Address(address)) {
                keep(new Found(Kind.DEVICE, hardware.start(), hardware.end()), found);
            }
        }
        Matcher ip = IP4.matcher(text);
        while (ip.find()) {
            if (InetAddressValidator.getInstance().isValidInet4Address(ip.group())) {
                keep(new Found(Kind.DEVICE, ip.start(), ip.end()), found);
            }
        }
        ibans(text, found);
        add(text, FULL_DATE, Kind.DATE, 0, found);
        add(text, SOCIAL_SECURITY, Kind.NUMBER, 0, found);
        Matcher card = CARD.matcher(text);
        while (card.find()) {
            String digits = card.group().replaceAll("\\D", "");
            if (digits.length() <= LONGEST_LUHN && LUHN.isValid(digits)) {
                keep(new Found(Kind.CARD, card.start(), card.end()), found);
            }
        }
        add(text, NUMBER_BY_NAME, Kind.NUMBER, 1, found);
        phones(text, found);
        add(text, LONG_NUMBER, Kind.NUMBER, 0, found);
        add(text, LETTERS_AND_DIGITS, Kind.NUMBER, 0, found);
        add(text, PART_OF_HOUSE, Kind.ADDRESS, 0, found);
        add(text, AGE, Kind.AGE, 1, found);
        add(text, YEAR, Kind.DATE, 0, found);
    }

    /** A longer run than the account's own may hold the words after it: tried from the longest. */
    private static void ibans(String text, List<Found> found) {
        Matcher iban = IBAN.matcher(text);
        while (iban.find()) {
            for (int end = iban.end(); end - iban.start() >= 15; end--) {
                String digits =
                        text.substring(iban.start(), end).replace(" ", "").toUpperCase(java.util.Locale.ROOT);
                if (MOD_97.isValid(digits) && text.charAt(end - 1) != ' ') {
                    keep(new Found(Kind.ACCOUNT, iban.start(), end), found);
                    break;
                }
            }
        }
    }

    private static void phones(String text, List<Found> found) {
        Matcher shaped = PHONE.matcher(text);
        while (shaped.find()) {
            keepPhone(text, shaped.start(), shaped.end(), found);
        }
        for (String region : REGIONS) {
            for (PhoneNumberMatch match :
                    PhoneNumberUtil.getInstance().findNumbers(text, region, Leniency.VALID, text.length())) {
                keepPhone(text, match.start(), match.end(), found);
            }
        }
    }

    private static void keepPhone(String text, int start, int end, List<Found> found) {
        String number = text.substring(start, end);
        long digits = number.chars().filter(Character::isDigit).count();
        if (digits >= FEWEST_PHONE_DIGITS
                && digits <= MOST_PHONE_DIGITS
                && !DAY.matcher(number).find()) {
            keep(new Found(Kind.PHONE, start, end), found);
        }
    }

    /** @param group which may be absent: then the whole match */
    private static void add(String text, Pattern pattern, Kind kind, int group, List<Found> found) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            int at = group <= matcher.groupCount() && matcher.start(group) >= 0 ? group : 0;
            int end = matcher.end(at);
            while (kind == Kind.LINK && end > matcher.start(at) + 1 && ".,;:!?)'".indexOf(text.charAt(end - 1)) >= 0) {
                end--;
            }
            keep(new Found(kind, matcher.start(at), end), found);
        }
    }

    private static void keep(Found part, List<Found> found) {
        if (found.stream().noneMatch(part::overlaps)) {
            found.add(part);
        }
    }
}
