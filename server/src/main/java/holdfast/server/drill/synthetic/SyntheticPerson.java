package holdfast.server.drill.synthetic;

/**
 * Somebody who does not exist.
 *
 * @param hkid with the check digit in brackets
 * @param nameZh empty for those without a Chinese name
 * @param flat to {@code region}: the address in English, some parts empty
 * @param addressZh the address in Chinese, from the region to the flat
 * @param email empty for a tenth of all
 * @param language {@code en}, {@code zh-Hant} or {@code zh-Hans}
 */
record SyntheticPerson(
        String hkid,
        String nameEn,
        String nameZh,
        String flat,
        String floor,
        String block,
        String building,
        String street,
        String district,
        String region,
        String addressZh,
        String phone,
        String email,
        String language,
        String bankAccount) {}
