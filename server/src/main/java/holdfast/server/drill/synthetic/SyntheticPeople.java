package holdfast.server.drill.synthetic;

import holdfast.server.drill.synthetic.Words.District;
import holdfast.server.drill.synthetic.Words.Word;
import holdfast.subjects.Hkid;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Draws persons, each with an identity card number of their own. */
final class SyntheticPeople {
    /** Numbers that one prefix has. */
    static final int PER_PREFIX = 1_000_000;

    /** Prime to {@link #PER_PREFIX}: multiplying by it visits every number once. */
    private static final int STRIDE = 387_721;

    private final RandomGenerator random;
    private final long offset;
    private int drawn;

    SyntheticPeople(RandomGenerator random) {
        this.random = random;
        this.offset = random.nextInt(PER_PREFIX);
    }

    SyntheticPerson next() {
        int number = drawn++;
        String language = language();
        boolean chineseName = language.startsWith("zh") || random.nextInt(100) < 75;
        boolean simplified = language.equals("zh-Hans");
        Word surname = pick(Words.SURNAMES);
        Word first = pick(Words.GIVEN);
        Word second = pick(Words.GIVEN);
        String nameEn = chineseName
                ? surname.english() + " " + first.english() + " " + second.english()
                : pick(Words.OTHER_SURNAMES) + " " + pick(Words.OTHER_GIVEN);
        String nameZh = chineseName ? zh(surname, simplified) + zh(first, simplified) + zh(second, simplified) : "";
        return address(hkid(number), nameEn, nameZh, language, email(nameEn, number));
    }

    private SyntheticPerson address(String hkid, String nameEn, String nameZh, String language, String email) {
        boolean simplified = language.equals("zh-Hans");
        String flat = String.valueOf((char) ('A' + random.nextInt(8)));
        int floor = 1 + random.nextInt(40);
        int block = random.nextInt(3) == 0 ? 1 + random.nextInt(12) : 0;
        Word name = pick(Words.BUILDING_NAMES);
        Word kind = pick(Words.BUILDING_KINDS);
        int house = 1 + random.nextInt(299);
        Word street = pick(Words.STREETS);
        District district = pick(Words.DISTRICTS);
        String addressZh = zh(district.region(), simplified) + zh(district.name(), simplified)
                + zh(street, simplified) + house + (simplified ? "号" : "號") + zh(name, simplified)
                + zh(kind, simplified) + (block == 0 ? "" : block + "座") + floor + (simplified ? "楼" : "樓") + flat
                + "室";
        return new SyntheticPerson(
                hkid,
                nameEn,
                nameZh,
                "Flat " + flat,
                floor + "/F",
                block == 0 ? "" : "Block " + block,
                name.english() + " " + kind.english(),
                house + " " + street.english(),
                district.name().english(),
                district.region().english(),
                addressZh,
                "+852 0" + (100 + random.nextInt(900)) + " " + (1000 + random.nextInt(9000)),
                email,
                language,
                "999-" + (100 + random.nextInt(900)) + "-" + (100_000 + random.nextInt(900_000)));
    }

    /** QX, then QY, QZ, QA …, a million persons each. */
    private String hkid(int number) {
        int prefix = number / PER_PREFIX;
        long digits = ((number % PER_PREFIX) * (long) STRIDE + offset) % PER_PREFIX;
        String body = "Q" + (char) ('A' + ('X' - 'A' + prefix) % 26)
                + String.valueOf(PER_PREFIX + digits).substring(1);
        return body + "(" + Hkid.checkDigit(body) + ")";
    }

    private String language() {
        int hundredth = random.nextInt(100);
        return hundredth < 18 ? "en" : hundredth < 92 ? "zh-Hant" : "zh-Hans";
    }

    private String email(String nameEn, int number) {
        if (random.nextInt(10) == 0) {
            return "";
        }
        String local = nameEn.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", ".");
        return local + "." + number + "@synthetic.invalid";
    }

    private static String zh(Word word, boolean simplified) {
        return simplified ? word.simplified() : word.traditional();
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
