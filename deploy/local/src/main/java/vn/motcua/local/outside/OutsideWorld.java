package vn.motcua.local.outside;

import java.util.EnumMap;
import java.util.Map;
import vn.motcua.local.machine.Directories;
import vn.motcua.local.outside.carrier.Carrier;
import vn.motcua.local.outside.mail.MailSink;
import vn.motcua.local.outside.sms.SmsGateway;
import vn.motcua.local.outside.web.WebServer;

/** The simulators with their page and their controls, on the loopback address, until it is closed. */
public final class OutsideWorld implements AutoCloseable {

    private final SmsGateway sms;
    private final MailSink mail;
    private final Carrier carrier;
    private final WebServer web;

    private OutsideWorld(OutsideSettings settings) {
        Directories.owned(settings.directory());
        Map<Provider, FaultSwitch> faults = new EnumMap<>(Provider.class);
        for (Provider provider : Provider.values()) {
            faults.put(provider, new FaultSwitch());
        }
        sms = new SmsGateway(settings.directory(), settings.sms(), faults.get(Provider.SMS), settings.clock());
        carrier = new Carrier(
                settings.directory(),
                settings.carrier(),
                settings.carrierKey(),
                faults.get(Provider.CARRIER),
                settings.clock());
        web = new WebServer(settings.port());
        mail = new MailSink(settings.directory(), settings.smtpPort(), faults.get(Provider.MAIL), settings.clock());
        if (settings.callback() != null) {
            carrier.callBack(settings.callback());
        }
        web.serve("/sms/v1", sms)
                .serve("/carrier/v1", carrier)
                .serve("/outside", new Controls(sms, mail, carrier, faults))
                .serve("/clock", new ClockControl(settings.clock()))
                .serve("/", new Page(settings.services()))
                .start();
    }

    public static OutsideWorld open(OutsideSettings settings) {
        return new OutsideWorld(settings);
    }

    /** The port of the page, the HTTP simulators and the controls. */
    public int port() {
        return web.port();
    }

    public int smtpPort() {
        return mail.port();
    }

    @Override
    public void close() {
        web.close();
        mail.close();
        carrier.close();
    }
}
