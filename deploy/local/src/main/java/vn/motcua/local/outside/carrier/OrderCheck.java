package vn.motcua.local.outside.carrier;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;
import vn.motcua.local.outside.Fields;

/** What the carrier wants of an order: weight from 1 g to 30 kg, cash on delivery up to 100 million đồng, at most fifty kinds of content. */
final class OrderCheck {

    static final Pattern ORDER_NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9./-]{0,49}");

    private OrderCheck() {}

    /** All that is wrong with the order; empty when nothing is. */
    static List<String> faults(JsonNode body, String customerCode) {
        Fields order = new Fields(
                body,
                "orderNumber",
                "customerCode",
                "service",
                "sender",
                "receiver",
                "contents",
                "weightGrams",
                "codAmount",
                "flag");
        order.text("orderNumber", ORDER_NUMBER);
        order.text("customerCode", Pattern.compile(Pattern.quote(customerCode)));
        order.text("service", Pattern.compile("[A-Z0-9_]{1,20}"));
        party(order.nested("sender", "name", "address", "phone"));
        party(order.nested("receiver", "name", "address", "phone"));
        for (JsonNode element : order.list("contents", 50)) {
            Fields content = order.nested(element, "contents", "name", "count");
            content.text("name", 300);
            content.number("count", 1, 1000);
        }
        order.number("weightGrams", 1, 30_000);
        order.number("codAmount", 0, 100_000_000);
        order.text("flag", Pattern.compile("RETURN_RESULT"));
        return order.faults();
    }

    private static void party(Fields party) {
        party.text("name", 200);
        party.text("address", 500);
        party.text("phone", Fields.TELEPHONE);
    }
}
