package holdfast.server.drill.recount;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Who a row is about, as one string: the rules of the registers, written a second time. */
final class Who {
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private Who() {}

    /** Empty if the row names nobody. */
    static String of(RecountRegister register, RegisterFile.Row row) {
        String text = text(row, register.columns());
        if (text.isBlank()) {
            return "";
        }
        return switch (register.by()) {
            case ID -> id(register.scope(), text);
            case EMAIL -> "e-mail " + plain(text);
            case NAME_AND_ADDRESS -> "name " + plain(text) + "\n" + plain(text(row, register.address()));
        };
    }

    private static String text(RegisterFile.Row row, List<Integer> columns) {
        if (columns.size() == 1) {
            return row.field(columns.getFirst());
        }
        StringBuilder text = new StringBuilder();
        for (int column : columns) {
            text.append(row.field(column).replaceAll("[\r\n]+", " ")).append(' ');
        }
        return text.toString().strip();
    }

    /** An identity card number is one person everywhere, any other id within its scope. */
    private static String id(String scope, String text) {
        String tight = wide(text).replace(" ", "").replaceAll("[()]", "");
        boolean brackets = wide(text).replace(" ", "").matches("[A-Z]{1,2}\\d{6}(\\([0-9A]\\)?|[0-9A]\\)?)");
        if (brackets && adds(tight)) {
            return "card " + tight;
        }
        return "id " + scope + " " + plain(text);
    }

    /** Letters count 10 to 35, a missing first letter 36; with the check digit the weighted sum divides by 11. */
    private static boolean adds(String number) {
        int length = number.length();
        int sum = DIGITS.indexOf(number.charAt(length - 1)) + (length == 8 ? 9 * 36 : 0);
        for (int back = 2; back <= length; back++) {
            sum += back * DIGITS.indexOf(number.charAt(length - back));
        }
        return sum % 11 == 0;
    }

    private static String plain(String text) {
        return wide(text).replaceAll("\\s+", " ").strip();
    }

    private static String wide(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    }
}
