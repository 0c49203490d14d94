package holdfast.server.drill;

import static holdfast.server.incident.ProfileField.*;

import holdfast.server.incident.ProfileField;
import java.util.EnumMap;
import java.util.Map;

/** What the drill's office has in its settings for reports and letters. All of it is synthetic and says so. */
final class OfficeParticulars {
    private OfficeParticulars() {}

    static Map<ProfileField, String> all(int port) {
        Map<ProfileField, String> all = new EnumMap<>(ProfileField.class);
        all.put(OFFICE_EN, "Holdfast Drill Office (synthetic)");
        all.put(OFFICE_ZH_HANT, "Holdfast 演習辦事處（虛構）");
        all.put(OFFICE_ZH_HANS, "Holdfast 演习办事处（虚构）");
        all.put(ADDRESS_EN, "Harbour Tower|1 Harbour Road|Wan Chai|Hong Kong");
        all.put(ADDRESS_ZH_HANT, "香港|灣仔|海港道一號|海港大樓");
        all.put(ADDRESS_ZH_HANS, "香港|湾仔|海港道一号|海港大楼");
        all.put(SECTOR, "Government department (drill)");
        all.put(SYSTEM_NAME, "Case management system");
        all.put(SYSTEM_FUNCTION, "Keeps case files, and the registers of creditors and staff");
        all.put(SYSTEM_TIER, "2");
        all.put(SYSTEM_PLACE, "within the department");
        all.put(SYSTEM_OPERATOR, "in-house");
        all.put(CONTRACTORS, "none");
        all.put(REPORTER, "Ruth Lee, Data Protection Officer (synthetic)");
        all.put(REPORTER_OFFICE_TEL, "+852 0000 0001");
        all.put(REPORTER_24H_TEL, "+852 0000 0002");
        all.put(REPORTER_EMAIL, "dpo@office.invalid");
        all.put(DITSO, "Grace Ho, Departmental Information Technology Security Officer, +852 0000 0003");
        all.put(COMMANDER, "Alan Chan, Head of Office, +852 0000 0004");
        all.put(DIRECTOR, "Director of Bureau (synthetic), director@bureau.invalid");
        all.put(FILE_PREFIX, "DRILL/");
        all.put(SIGNATORY_EN, "for Head of Office");
        all.put(SIGNATORY_ZH_HANT, "辦事處主任");
        all.put(SIGNATORY_ZH_HANS, "办事处主任");
        all.put(ENQUIRY_PHONE, "+852 0000 0005");
        all.put(ENQUIRY_EMAIL, "enquiry@office.invalid");
        all.put(PUBLIC_URL, "http://localhost:" + port + "/affected");
        return all;
    }
}
