package holdfast.subjects;

import java.util.List;
import java.util.Map;

/** How registers commonly name their columns, in the normal form of {@link Layouts#normal}. */
final class HeaderWords {
    /** For each column the words, the best first: of several the first one found is taken. */
    static final Map<Column, List<String>> ONE_OF = Map.of(
            Column.ID,
            List.of(
                    "hkid",
                    "hkid_no",
                    "hkid_number",
                    "hkic",
                    "hkic_no",
                    "identity_card_no",
                    "identity_card_number",
                    "identity_no",
                    "identity_number",
                    "身份證號碼",
                    "身分證號碼",
                    "id_no",
                    "id_number",
                    "national_id",
                    "ssn",
                    "passport_no",
                    "person_id",
                    "staff_id",
                    "staff_no",
                    "employee_id",
                    "employee_no",
                    "creditor_id",
                    "creditor_no",
                    "customer_id",
                    "customer_no",
                    "client_id",
                    "member_no",
                    "patient_no",
                    "id"),
            Column.NAME_ZH,
            List.of("name_zh", "chinese_name", "name_chinese", "name_in_chinese", "中文姓名", "姓名"),
            Column.EMAIL,
            List.of("email", "e_mail", "email_address", "e_mail_address", "mail", "電郵", "電郵地址"),
            Column.PHONE,
            List.of("phone", "tel", "telephone", "mobile", "phone_no", "tel_no", "telephone_no", "mobile_no", "電話"),
            Column.ADDRESS_ZH,
            List.of("address_zh", "chinese_address", "address_chinese", "address_in_chinese", "中文地址", "地址"),
            Column.LANGUAGE,
            List.of("language", "lang", "preferred_language", "language_of_correspondence", "語言"),
            Column.CATEGORY,
            List.of("category", "person_type", "類別"));

    /** Groups of columns that make one together; the first group with a column in the header is taken. */
    static final Map<Column, List<List<String>>> TOGETHER = Map.of(
            Column.NAME,
            List.of(
                    List.of("name"),
                    List.of("full_name"),
                    List.of("name_en"),
                    List.of("english_name"),
                    List.of("name_in_english"),
                    List.of("last_name", "surname", "family_name", "first_name", "given_name", "given_names")),
            Column.ADDRESS,
            List.of(
                    List.of("address"),
                    List.of("address_en"),
                    List.of("english_address"),
                    List.of("postal_address"),
                    List.of(
                            "address_1",
                            "address_2",
                            "address_3",
                            "address_4",
                            "address_line_1",
                            "address_line_2",
                            "address_line_3",
                            "address_line_4",
                            "address1",
                            "address2",
                            "address3",
                            "address4",
                            "flat",
                            "room",
                            "floor",
                            "block",
                            "building",
                            "estate",
                            "street",
                            "road",
                            "district",
                            "city",
                            "town",
                            "region",
                            "postcode",
                            "zip",
                            "country")));

    static final List<String> IGNORED = List.of("synthetic", "row", "row_no", "no", "seq", "serial", "serial_no");

    /** Kinds of data by a word in the column's name. */
    static final List<Map.Entry<String, String>> KINDS = List.of(
            Map.entry("birth", Kinds.DATE_OF_BIRTH),
            Map.entry("dob", Kinds.DATE_OF_BIRTH),
            Map.entry("bank", Kinds.BANK_ACCOUNT),
            Map.entry("account", Kinds.BANK_ACCOUNT),
            Map.entry("iban", Kinds.BANK_ACCOUNT),
            Map.entry("claim", Kinds.CLAIM),
            Map.entry("debt", Kinds.CLAIM),
            Map.entry("case", Kinds.CLAIM),
            Map.entry("staff", Kinds.EMPLOYMENT),
            Map.entry("post", Kinds.EMPLOYMENT),
            Map.entry("rank", Kinds.EMPLOYMENT),
            Map.entry("salary", Kinds.EMPLOYMENT),
            Map.entry("employment", Kinds.EMPLOYMENT),
            Map.entry("phone", Kinds.TELEPHONE),
            Map.entry("mail", Kinds.EMAIL),
            Map.entry("name", Kinds.NAME),
            Map.entry("address", Kinds.ADDRESS));

    private HeaderWords() {}
}
