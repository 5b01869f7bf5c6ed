package vn.motcua.dossier.sweeping;

import java.util.ArrayList;
import vn.motcua.dossier.casework.Dates;
import vn.motcua.dossier.lifecycle.Dossier;
import vn.motcua.dossier.lifecycle.Redating;
import vn.motcua.dossier.sweeping.RedatingView.Other;
import vn.motcua.dossier.sweeping.RedatingView.OtherView;

/** A dossier with what would move. @param since from when its limits were counted */
record Change(Dossier dossier, Dates.Since since, Redating redating) {

    RedatingView view() {
        var times = dossier.timeline();
        var course = dossier.course();
        var due = times.dueAt();
        var then = redating.appointment();
        var others = new ArrayList<OtherView>();
        if (redating.replyDueAt() != null) {
            others.add(OtherView.of(Other.REPLY, times.replyDueAt(), redating.replyDueAt()));
        }
        for (var leg : redating.legs()) {
            var before = course.leg(leg.number()).orElseThrow();
            others.add(new OtherView(Other.PART, leg.number(), before.awaitedBy(), leg.awaitedBy()));
        }
        if (redating.stepDueAt() != null) {
            others.add(OtherView.of(Other.STEP, course.flow().dueAt(), redating.stepDueAt()));
        }
        if (redating.deadline() != null) {
            others.add(OtherView.of(Other.DEADLINE, course.pause().deadline(), redating.deadline()));
        }
        if (redating.forwardBy() != null) {
            others.add(OtherView.of(Other.FORWARD, course.alarms().forward(), redating.forwardBy()));
        }
        return new RedatingView(dossier.id(), dossier.code(), due, then == null ? due : then.dueAt(), others);
    }
}
