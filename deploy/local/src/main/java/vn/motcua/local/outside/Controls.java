package vn.motcua.local.outside;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.motcua.local.outside.carrier.Carrier;
import vn.motcua.local.outside.mail.MailSink;
import vn.motcua.local.outside.sms.SmsGateway;
import vn.motcua.local.outside.web.Answer;
import vn.motcua.local.outside.web.Handler;
import vn.motcua.local.outside.web.Refused;
import vn.motcua.local.outside.web.Request;

/**
 * What a person or a test asks of the outside world, below {@code /outside}:
 *
 * <pre>
 * GET    sms | mail | parcels             what was sent
 * DELETE                                  forget all that was sent
 * GET    faults, GET PUT faults/PROVIDER  {"mode":…, "delayMillis":…, "times":…}
 * POST   parcels/ITEMCODE/events          {"status":15, "time":…, "note":…, "repeat":n}
 * PUT    callback                         {"url":…}: where the carrier's customer listens
 * </pre>
 */
final class Controls implements Handler {

    private final SmsGateway sms;
    private final MailSink mail;
    private final Carrier carrier;
    private final Map<Provider, FaultSwitch> faults;

    Controls(SmsGateway sms, MailSink mail, Carrier carrier, Map<Provider, FaultSwitch> faults) {
        this.sms = sms;
        this.mail = mail;
        this.carrier = carrier;
        this.faults = faults;
    }

    /** A movement of a parcel; {@code repeat} is how many times more the same call-back is sent. */
    record Movement(int status, Instant time, String note, int repeat) {}

    record CallbackTarget(URI url) {}

    @Override
    public Answer handle(Request request) throws Refused {
        List<String> rest = request.rest();
        String what = request.method() + " " + (rest.isEmpty() ? "" : rest.get(0)) + "/" + rest.size();
        return switch (what) {
            case "GET sms/1" -> Answer.json(200, sms.view());
            case "GET mail/1" -> Answer.json(200, mail.view());
            case "GET parcels/1" -> Answer.json(200, carrier.view());
            case "DELETE /0" -> forget();
            case "GET faults/1" -> Answer.json(200, allFaults());
            case "GET faults/2" -> Answer.json(200, faultSwitch(rest.get(1)).current());
            case "PUT faults/2" -> switchFault(faultSwitch(rest.get(1)), request.as(Fault.class));
            case "POST parcels/3" -> move(rest, request);
            case "PUT callback/1" -> callback(request.as(CallbackTarget.class));
            default -> throw new Refused(404, "nothing here answers " + request.method());
        };
    }

    private Answer move(List<String> rest, Request request) throws Refused {
        if (!"events".equals(rest.get(2))) {
            throw new Refused(404, "a parcel has events");
        }
        Movement movement = request.as(Movement.class);
        return Answer.json(
                201,
                carrier.move(rest.get(1), movement.status(), movement.time(), movement.note(), movement.repeat() + 1));
    }

    private Answer callback(CallbackTarget target) throws Refused {
        if (target.url() == null || !"http".equals(target.url().getScheme())) {
            throw new Refused(422, "url is an http address");
        }
        carrier.callBack(target.url());
        return Answer.json(200, target);
    }

    private Answer forget() {
        sms.forget();
        mail.forget();
        carrier.forget();
        return Answer.json(200, Map.of());
    }

    private static Answer switchFault(FaultSwitch target, Fault fault) {
        target.set(fault);
        return Answer.json(200, fault);
    }

    private FaultSwitch faultSwitch(String provider) throws Refused {
        try {
            return faults.get(Provider.valueOf(provider.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw new Refused(404, "the providers are sms, mail and carrier");
        }
    }

    private Map<String, Fault> allFaults() {
        Map<String, Fault> all = new LinkedHashMap<>();
        faults.forEach((provider, fault) -> all.put(provider.path(), fault.current()));
        return all;
    }
}
