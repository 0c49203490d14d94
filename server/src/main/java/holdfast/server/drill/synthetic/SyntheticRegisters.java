package holdfast.server.drill.synthetic;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Writes the registers: creditors by the year of their case, staff in one file. */
final class SyntheticRegisters {
    static final int FIRST_YEAR = 2015;
    static final int YEARS = 10;

    private static final String MARK = "SYNTHETIC";
    private static final String[] CREDITOR = {
        "hkid",
        "name_en",
        "name_zh",
        "flat",
        "floor",
        "block",
        "building",
        "street",
        "district",
        "region",
        "address_zh",
        "phone",
        "email",
        "language",
        "case_no",
        "claim_hkd",
        "bank_account",
        "synthetic"
    };
    private static final String[] STAFF = {
        "hkid",
        "name_en",
        "name_zh",
        "flat",
        "floor",
        "block",
        "building",
        "street",
        "district",
        "region",
        "address_zh",
        "phone",
        "email",
        "language",
        "staff_no",
        "post",
        "bank_account",
        "synthetic"
    };
    private static final List<String> POSTS = List.of(
            "Clerical Officer",
            "Assistant Clerical Officer",
            "Insolvency Officer I",
            "Insolvency Officer II",
            "Senior Insolvency Officer",
            "Treasury Accountant",
            "Solicitor",
            "Workman II",
            "Personal Secretary I");

    private final RandomGenerator random;
    private final SyntheticPeople people;
    private final Path folder;
    private final List<Path> files = new ArrayList<>();
    private long records;
    private int withoutEmail;

    SyntheticRegisters(Path folder, RandomGenerator random) {
        this.folder = folder;
        this.random = random;
        this.people = new SyntheticPeople(random);
    }

    void creditors(int count) throws IOException {
        List<CsvOut> byYear = new ArrayList<>();
        try {
            for (int year = 0; year < YEARS; year++) {
                byYear.add(open("creditors-" + (FIRST_YEAR + year) + ".csv", CREDITOR));
            }
            for (int i = 0; i < count; i++) {
                SyntheticPerson person = draw();
                creditor(byYear, person);
                // Some lost money in more than one case.
                while (random.nextInt(16) == 0) {
                    creditor(byYear, person);
                }
            }
        } finally {
            for (CsvOut out : byYear) {
                out.close();
            }
        }
    }

    private void creditor(List<CsvOut> byYear, SyntheticPerson person) throws IOException {
        int year = random.nextInt(YEARS);
        String number = "HCB-" + (FIRST_YEAR + year) + "-" + (1000 + random.nextInt(9000));
        String claim = (100 + random.nextInt(2_000_000)) + "." + (10 + random.nextInt(90));
        row(byYear.get(year), person, number, claim);
    }

    void staff(int count) throws IOException {
        try (CsvOut out = open("staff.csv", STAFF)) {
            for (int i = 0; i < count; i++) {
                row(out, draw(), "S" + (10_000 + i), POSTS.get(random.nextInt(POSTS.size())));
            }
        }
    }

    private void row(CsvOut out, SyntheticPerson p, String number, String fact) throws IOException {
        out.row(
                p.hkid(),
                p.nameEn(),
                p.nameZh(),
                p.flat(),
                p.floor(),
                p.block(),
                p.building(),
                p.street(),
                p.district(),
                p.region(),
                p.addressZh(),
                p.phone(),
                p.email(),
                p.language(),
                number,
                fact,
                p.bankAccount(),
                MARK);
        records++;
    }

    private SyntheticPerson draw() {
        SyntheticPerson person = people.next();
        withoutEmail += person.email().isEmpty() ? 1 : 0;
        return person;
    }

    private CsvOut open(String name, String[] header) throws IOException {
        Path file = folder.resolve(name);
        files.add(file);
        return new CsvOut(file, header);
    }

    List<Path> files() {
        return List.copyOf(files);
    }

    long records() {
        return records;
    }

    int withoutEmail() {
        return withoutEmail;
    }
}
