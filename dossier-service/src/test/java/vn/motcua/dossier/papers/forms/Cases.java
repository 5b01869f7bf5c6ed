package vn.motcua.dossier.papers.forms;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.motcua.dossier.casework.Applicant;
import vn.motcua.dossier.casework.AuthorisedPerson;
import vn.motcua.dossier.casework.Paper;
import vn.motcua.dossier.casework.RatingCode;
import vn.motcua.dossier.catalogue.Catalogue;
import vn.motcua.dossier.catalogue.ShippedLaw;
import vn.motcua.dossier.events.Accepted;
import vn.motcua.dossier.events.Actor;
import vn.motcua.dossier.events.AgencyRef;
import vn.motcua.dossier.events.Assigned;
import vn.motcua.dossier.events.Channel;
import vn.motcua.dossier.events.Completed;
import vn.motcua.dossier.events.DossierEvent;
import vn.motcua.dossier.events.DossierState;
import vn.motcua.dossier.events.Extended;
import vn.motcua.dossier.events.Leg;
import vn.motcua.dossier.events.LegFinished;
import vn.motcua.dossier.events.LegOpened;
import vn.motcua.dossier.events.LegOutcome;
import vn.motcua.dossier.events.LegReceived;
import vn.motcua.dossier.events.LegWithdrawn;
import vn.motcua.dossier.events.Limit;
import vn.motcua.dossier.events.Origin;
import vn.motcua.dossier.events.Outcome;
import vn.motcua.dossier.events.ProcedureRef;
import vn.motcua.dossier.events.ProcessingStarted;
import vn.motcua.dossier.events.Refused;
import vn.motcua.dossier.events.ResultRecalled;
import vn.motcua.dossier.events.ReturnMethod;
import vn.motcua.dossier.events.Returned;
import vn.motcua.dossier.events.Role;
import vn.motcua.dossier.events.Status;
import vn.motcua.dossier.events.StepCompleted;
import vn.motcua.dossier.events.Stopped;
import vn.motcua.dossier.events.SupplementPhase;
import vn.motcua.dossier.events.SupplementRequested;
import vn.motcua.dossier.events.TransferCause;
import vn.motcua.dossier.events.Transferred;
import vn.motcua.dossier.events.Withdrawn;
import vn.motcua.dossier.lifecycle.Asked;
import vn.motcua.dossier.lifecycle.Bill;
import vn.motcua.dossier.lifecycle.Form;
import vn.motcua.dossier.lifecycle.LegalProfile;
import vn.motcua.dossier.papers.forms.CaseFile.Entry;
import vn.motcua.dossier.staff.roster.Delegation;
import vn.motcua.dossier.staff.roster.Officer;
import vn.motcua.dossier.staff.roster.Position;
import vn.motcua.dossier.staff.roster.Roster;
import vn.motcua.dossier.staff.roster.StaffRole;

/** Dossiers whose papers are looked at: people, officers and days that do not change. */
final class Cases {

    static final UUID ID = UUID.fromString("01814200-0000-7000-8000-000000000001");
    static final String CODE = "H03.01-220608-0001";
    static final String JUSTICE = "H03.01";
    static final Catalogue CATALOGUE = Catalogue.shipped();
    static final Instant SUBMITTED = at("2022-06-08T08:30");
    static final Instant ACCEPTED = at("2022-06-08T09:05");
    static final Instant DUE = at("2022-06-22T09:05");
    static final Instant LATER = at("2022-06-29T09:05");

    static final Applicant WOMAN = new Applicant(
            "Nguyễn Thị Quỳnh Hường",
            "006190000012",
            "+84912345602",
            "quynhhuong@example.vn",
            new Applicant.Address("Số nhà 12, tổ 7, đường Trường Chinh", "Phường Phùng Chí Kiên", "Tỉnh Bắc Kạn"),
            true,
            false,
            "vi");

    static final Applicant COMPANY = new Applicant(
            "Công ty Trách nhiệm hữu hạn Một thành viên Đầu tư Thương mại Dịch vụ Xuất nhập khẩu Nông lâm sản và Du lịch sinh thái Hồ Ba Bể",
            "0100109106",
            "+842093871234",
            "van-phong.hop-tac-xa@example.vn",
            new Applicant.Address(
                    "Khu công nghiệp Thanh Bình, lô CN-07, đường tỉnh 254, thôn Khuổi Mản",
                    "Xã Thanh Thịnh",
                    "Tỉnh Bắc Kạn"),
            false,
            true,
            "vi");

    static final Roster STAFF = Roster.of(
            List.of(
                    officer("reception-1", "Hoàng Thị Ngọc Ánh", "CV", "Chuyên viên", StaffRole.RECEPTION),
                    officer("officer-1", "Nông Văn Chuyền", "CV", "Chuyên viên", StaffRole.OFFICER),
                    officer("leader-1", "Triệu Đức Thịnh", "GD", "Giám đốc", StaffRole.LEADER),
                    officer("leader-2", "Lường Thị Thắm", "PGD", "Phó Giám đốc", StaffRole.LEADER),
                    division("head-1", "Đàm Quốc Vượng", "TP", "Trưởng phòng Hành chính tư pháp"),
                    division("head-2", "Hà Thị Bích Diễm", "PTP", "Phó Trưởng phòng Hành chính tư pháp"),
                    division("office-1", "Ma Thế Vinh", "CVP", "Chánh Văn phòng"),
                    officer("deputy-9", "Bế Văn Sự", "PGD", "Phó Giám đốc", StaffRole.LEADER)),
            List.of(),
            List.of(
                    delegation(1, "leader-1", "leader-2", Delegation.Mode.DEPUTY),
                    delegation(2, "leader-1", "head-1", Delegation.Mode.BY_ORDER),
                    delegation(3, "head-1", "head-2", Delegation.Mode.DEPUTY),
                    delegation(4, "leader-1", "office-1", Delegation.Mode.AUTHORISED)));

    private Cases() {}

    /** As the fact names it. */
    static vn.motcua.dossier.events.Form named(String code) {
        return new vn.motcua.dossier.events.Form(vn.motcua.dossier.events.Form.Code.valueOf(code), null, null);
    }

    /** As it was published under the circular of 2025. */
    private static vn.motcua.dossier.events.Form of2025(String code) {
        return new vn.motcua.dossier.events.Form(
                vn.motcua.dossier.events.Form.Code.valueOf(code), null, "03/2025/TT-VPCP");
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).toInstant(ZoneOffset.ofHours(7));
    }

    static String hash(long sequence) {
        return "sha256:"
                + "%064x"
                        .formatted(new java.math.BigInteger("9e3779b97f4a7c15f39cc0605cedc834", 16)
                                .multiply(java.math.BigInteger.valueOf(sequence + 12345))
                                .multiply(new java.math.BigInteger("c2b2ae3d27d4eb4f", 16)));
    }

    private static Officer officer(String account, String name, String code, String position, StaffRole role) {
        return new Officer(
                account,
                name,
                JUSTICE,
                new Position(code, position, null),
                Set.of(role),
                LocalDate.of(2022, 1, 1),
                null);
    }

    private static Officer division(String account, String name, String code, String position) {
        return new Officer(
                account,
                name,
                JUSTICE + ".01",
                new Position(code, position, null),
                Set.of(StaffRole.LEADER),
                LocalDate.of(2022, 1, 1),
                null);
    }

    private static Delegation delegation(int number, String from, String to, Delegation.Mode mode) {
        return new Delegation(
                new UUID(0, number),
                from,
                to,
                mode,
                JUSTICE,
                null,
                null,
                LocalDate.of(2022, 1, 1),
                null,
                null,
                "12/QĐ-STP");
    }

    /** A dossier's state after a fact. */
    static DossierState state(Status status, Status before, String profile, Channel channel, ReturnMethod way) {
        return new DossierState(
                CODE,
                status,
                before,
                channel,
                way,
                new ProcedureRef("1.900101", 1, "LLTP"),
                new AgencyRef(JUSTICE, List.of("H03", JUSTICE)),
                null,
                SUBMITTED,
                status == Status.REFUSED ? null : ACCEPTED,
                status == Status.REFUSED ? null : DUE,
                status == Status.REFUSED ? null : DUE,
                null,
                null,
                null,
                null,
                null,
                Origin.LIVE,
                profile,
                "sha256:" + "ab".repeat(32));
    }

    static DossierState state(Status status, String profile) {
        return state(status, Status.PROCESSING, profile, Channel.COUNTER, ReturnMethod.COUNTER);
    }

    static DossierState due(DossierState state, Instant due) {
        return new DossierState(
                state.code(),
                state.status(),
                state.previousStatus(),
                state.channel(),
                state.returnMethod(),
                state.procedure(),
                state.agency(),
                state.receivingOneStop(),
                state.submittedAt(),
                state.acceptedAt(),
                due,
                state.originalDueAt(),
                null,
                null,
                null,
                null,
                null,
                state.origin(),
                state.legalProfile(),
                state.privateDigest());
    }

    static Actor by(Role role) {
        return new Actor(role, JUSTICE);
    }

    static Entry entry(long sequence, Instant time, DossierEvent event, String account, String note) {
        return new Entry(sequence, time, event, hash(sequence), account, null, note);
    }

    static CaseFile file(Applicant applicant, List<Paper> papers, List<Asked> asked, Entry... history) {
        return new CaseFile(ID, List.of(history), applicant, null, papers, asked, Bill.NONE, null);
    }

    static final List<Paper> THREE =
            List.of(new Paper("TK", null, 1), new Paper("CCCD", null, 1), new Paper("UQ", null, 1));

    static CaseFile receipt() {
        return accepted(WOMAN, THREE, Channel.COUNTER, ReturnMethod.POST, "2022");
    }

    /** The receipt of a commune that took it in for the department; the result is collected there. */
    static CaseFile receiptOf(String oneStop) {
        var own = state(Status.ACCEPTED, Status.SUBMITTED, "2022", Channel.COUNTER, ReturnMethod.COUNTER);
        var state = new DossierState(
                oneStop + "-220608-0001",
                own.status(),
                own.previousStatus(),
                own.channel(),
                own.returnMethod(),
                own.procedure(),
                own.agency(),
                AgencyRef.of(oneStop),
                own.submittedAt(),
                own.acceptedAt(),
                own.dueAt(),
                own.originalDueAt(),
                own.pausedSince(),
                own.completedAt(),
                own.endedAt(),
                own.returnedAt(),
                own.voidedAt(),
                own.origin(),
                own.legalProfile(),
                own.privateDigest());
        var event =
                new Accepted(state, by(Role.RECEPTION), new Limit(10, Limit.Unit.WORKING_DAYS), named("RECEIPT"), null);
        return file(WOMAN, THREE, List.of(), entry(2, ACCEPTED, event, "reception-1", null));
    }

    static CaseFile accepted(
            Applicant applicant, List<Paper> papers, Channel channel, ReturnMethod way, String profile) {
        var event = new Accepted(
                state(Status.ACCEPTED, Status.SUBMITTED, profile, channel, way),
                by(Role.RECEPTION),
                new Limit(10, Limit.Unit.WORKING_DAYS),
                named("RECEIPT"),
                null);
        return file(applicant, papers, List.of(), entry(2, ACCEPTED, event, "reception-1", null));
    }

    /** A receipt that goes over the page. */
    static CaseFile longReceipt() {
        var papers = new ArrayList<>(THREE);
        for (int i = 1; i <= 22; i++) {
            papers.add(new Paper(
                    null,
                    "Hợp đồng chuyển nhượng quyền sử dụng đất số %02d/2022/HĐCN có chứng thực của Ủy ban nhân dân xã nơi có đất, kèm bản vẽ trích đo địa chính thửa đất"
                            .formatted(i),
                    i % 3 + 1));
        }
        return accepted(COMPANY, papers, Channel.ONLINE, ReturnMethod.ELECTRONIC, "2022");
    }

    static CaseFile supplement(String profile) {
        var time = at("2022-06-10T15:40");
        var event = new SupplementRequested(
                state(Status.SUPPLEMENT_REQUIRED, profile),
                by(Role.OFFICER),
                SupplementPhase.PROCESSING,
                3,
                at("2022-07-10T17:00"),
                1,
                named("SUPPLEMENT_REQUEST"));
        return file(
                WOMAN,
                THREE,
                List.of(new Asked(
                        time,
                        List.of("CCCD", "Giấy xác nhận thông tin về cư trú (mẫu CT07) còn thời hạn 06 tháng", "UQ"))),
                entry(
                        5,
                        time,
                        event,
                        "officer-1",
                        "Bản sao căn cước công dân nộp kèm không đọc được mặt sau; văn bản ủy quyền chưa được chứng thực chữ ký."));
    }

    static CaseFile refused() {
        var event = new Refused(
                state(Status.REFUSED, Status.SUBMITTED, "2022", Channel.ONLINE, ReturnMethod.COUNTER),
                by(Role.RECEPTION),
                "NOT_COMPETENT",
                named("REFUSAL"));
        return file(
                WOMAN,
                THREE,
                List.of(),
                entry(
                        2,
                        ACCEPTED,
                        event,
                        "reception-1",
                        "Ông/bà có nơi thường trú tại tỉnh Thái Nguyên; đề nghị nộp hồ sơ tại Sở Tư pháp tỉnh Thái Nguyên hoặc Trung tâm Lý lịch tư pháp quốc gia."));
    }

    /** Turned away at the counter, with what to bring. */
    static CaseFile incomplete() {
        var event = new Refused(
                state(Status.REFUSED, null, "2022", Channel.COUNTER, ReturnMethod.COUNTER),
                by(Role.RECEPTION),
                "INCOMPLETE",
                named("SUPPLEMENT_REQUEST"));
        return file(
                WOMAN,
                THREE,
                List.of(new Asked(ACCEPTED, List.of("CCCD", "Giấy ủy quyền có công chứng"))),
                entry(1, ACCEPTED, event, "reception-1", null));
    }

    /** The same, where somebody else acts for the owner. */
    static CaseFile represented(CaseFile file) {
        return new CaseFile(
                file.id(),
                file.history(),
                file.applicant(),
                new AuthorisedPerson("Lý Văn Lẻng", "+84987654321", null, "006088000034", "12/2022/UQ-CC"),
                file.papers(),
                file.asked(),
                file.bill(),
                file.decisionReason());
    }

    static CaseFile denied(String signer) {
        var event = new Completed(
                state(Status.COMPLETED, "2022"),
                by(Role.LEADER),
                Outcome.DENIED,
                1,
                "CONDITIONS_NOT_MET",
                named("REFUSAL"));
        return new CaseFile(
                ID,
                List.of(entry(8, at("2022-06-20T10:15"), event, signer, null)),
                WOMAN,
                null,
                THREE,
                List.of(),
                Bill.NONE,
                "CONDITIONS_NOT_MET");
    }

    static CaseFile apology(String profile, String signer) {
        var event = new Extended(
                due(state(Status.PROCESSING, profile), LATER),
                by(Role.LEADER),
                DUE,
                "OTHER_AGENCY_LATE",
                false,
                profile.equals("2025") ? of2025("APOLOGY") : named("APOLOGY"));
        return file(WOMAN, THREE, List.of(), entry(6, at("2022-06-20T16:00"), event, signer, null));
    }

    /** An apology whose fact names no act, of a dossier of the profile of 2022. */
    static CaseFile apologyWrittenAt(String local) {
        var event = new Extended(
                due(state(Status.PROCESSING, "2022"), LATER),
                by(Role.LEADER),
                DUE,
                "OTHER_AGENCY_LATE",
                false,
                named("APOLOGY"));
        return file(WOMAN, THREE, List.of(), entry(6, at(local), event, "leader-1", null));
    }

    static CaseFile stopped(boolean resumable) {
        var event = new Stopped(
                state(Status.STOPPED, "2025"), by(Role.LEADER), "COURT_DECISION", resumable, of2025("STOP_NOTICE"));
        return file(
                COMPANY,
                THREE,
                List.of(),
                entry(
                        6,
                        at("2022-06-20T16:00"),
                        event,
                        "head-2",
                        "Quyết định số 08/2022/QĐ-BPKCTT ngày 17/06/2022 của Tòa án nhân dân thành phố Bắc Kạn."));
    }

    static CaseFile withdrawn() {
        var event = new Withdrawn(state(Status.WITHDRAWN, "2025"), by(Role.OFFICER), null, of2025("STOP_NOTICE"));
        return file(WOMAN, THREE, List.of(), entry(6, at("2022-06-20T16:00"), event, "citizen-1", "Tôi đổi ý."));
    }

    /** A part was asked for; the agency that had it was merged into another. */
    static CaseFile handedOn() {
        var state = state(Status.PROCESSING, "2022");
        var limit = new Limit(5, Limit.Unit.WORKING_DAYS);
        var due = at("2022-06-16T08:00");
        var system = new Actor(Role.SYSTEM, null);
        var asked = new Leg(1, AgencyRef.of("H03.02"), limit, null, at("2022-06-09T08:00"), due, null, null, null);
        var left = new Leg(
                1,
                asked.agency(),
                limit,
                null,
                asked.openedAt(),
                due,
                null,
                at("2022-06-10T08:00"),
                LegOutcome.WITHDRAWN);
        var rest = new Leg(2, AgencyRef.of("H03.10"), limit, 1, at("2022-06-10T08:00"), due, null, null, null);
        return file(
                WOMAN,
                THREE,
                List.of(),
                receipt().last(),
                entry(3, asked.openedAt(), new LegOpened(state, by(Role.OFFICER), asked), "officer-1", null),
                entry(4, rest.openedAt(), new LegWithdrawn(state, system, left, "AGENCY_REORGANISED"), null, null),
                entry(5, rest.openedAt(), new LegOpened(state, system, rest), null, null));
    }

    /** The same of another agency, and handed in at another time. */
    static DossierState of(DossierState state, String agency, Instant submitted) {
        return new DossierState(
                state.code(),
                state.status(),
                state.previousStatus(),
                state.channel(),
                state.returnMethod(),
                state.procedure(),
                AgencyRef.of(agency),
                state.receivingOneStop(),
                submitted,
                state.acceptedAt(),
                state.dueAt(),
                state.originalDueAt(),
                state.pausedSince(),
                state.completedAt(),
                state.endedAt(),
                state.returnedAt(),
                state.voidedAt(),
                state.origin(),
                state.legalProfile(),
                state.privateDigest());
    }

    /** The agency was merged while others had parts; its successor gave a result and took it back. */
    static CaseFile movedAndRecalled() {
        var before = state(Status.PROCESSING, "2022");
        var after = of(before, "H03.10", SUBMITTED);
        var done = of(state(Status.COMPLETED, "2022"), "H03.10", SUBMITTED);
        var limit = new Limit(5, Limit.Unit.WORKING_DAYS);
        var leg = new Leg(1, AgencyRef.of("H03.03"), limit, null, at("2022-06-09T08:00"), null, null, null, null);
        var system = new Actor(Role.SYSTEM, null);
        var successor = new Actor(Role.LEADER, "H03.10");
        return file(
                WOMAN,
                THREE,
                List.of(),
                receipt().last(),
                entry(3, leg.openedAt(), new LegOpened(before, by(Role.OFFICER), leg), "officer-1", null),
                entry(
                        4,
                        leg.openedAt(),
                        new LegReceived(before, new Actor(Role.OFFICER, "H03.03"), leg),
                        "police-7",
                        null),
                entry(
                        5,
                        at("2022-06-10T00:05"),
                        new Transferred(after, system, AgencyRef.of(JUSTICE), TransferCause.REORGANISATION),
                        null,
                        null),
                entry(
                        6,
                        at("2022-06-13T09:00"),
                        new LegFinished(after, new Actor(Role.OFFICER, "H03.03"), leg, null),
                        "police-7",
                        null),
                entry(7, at("2022-06-14T09:00"), new Completed(done, successor, Outcome.GRANTED, 1), "finance-1", null),
                entry(
                        8,
                        at("2022-06-15T09:00"),
                        new ResultRecalled(after, successor, "RESULT_WRONG", DUE),
                        "finance-1",
                        null));
    }

    static CaseFile controlled() {
        var history = new ArrayList<Entry>();
        var state = state(Status.PROCESSING, "2022");
        history.add(receipt().last());
        history.add(entry(
                3, at("2022-06-08T10:00"), new ProcessingStarted(state, by(Role.RECEPTION)), "reception-1", null));
        history.add(entry(4, at("2022-06-08T14:10"), new Assigned(state, by(Role.LEADER), JUSTICE), "leader-2", null));
        var leg = new Leg(
                1,
                AgencyRef.of("H03.03"),
                new Limit(5, Limit.Unit.WORKING_DAYS),
                null,
                at("2022-06-09T08:00"),
                at("2022-06-16T08:00"),
                null,
                null,
                null);
        history.add(entry(5, at("2022-06-09T08:00"), new LegOpened(state, by(Role.OFFICER), leg), "officer-1", null));
        var finished = new Leg(
                1,
                AgencyRef.of("H03.03"),
                leg.limit(),
                null,
                leg.openedAt(),
                leg.dueAt(),
                at("2022-06-09T09:00"),
                at("2022-06-17T15:20"),
                LegOutcome.DONE);
        history.add(entry(
                6,
                at("2022-06-17T15:20"),
                new LegFinished(state, new Actor(Role.OFFICER, "H03.03"), finished, null),
                "police-7",
                null));
        for (int i = 7; i < 14; i++) {
            history.add(entry(
                    i,
                    at("2022-06-18T08:00").plusSeconds(3600L * i),
                    new StepCompleted(state, by(Role.OFFICER), "APPRAISAL", "SIGNATURE", at("2022-06-18T17:00"), DUE),
                    "officer-1",
                    null));
        }
        history.add(entry(
                14,
                at("2022-06-21T16:00"),
                new Completed(state(Status.COMPLETED, "2022"), by(Role.LEADER), Outcome.GRANTED, 1),
                "leader-2",
                null));
        history.add(entry(
                15,
                at("2022-06-22T10:00"),
                new Returned(state(Status.RETURNED, "2022"), by(Role.RECEPTION), ReturnMethod.COUNTER, null),
                "reception-1",
                null));
        return file(WOMAN, THREE, List.of(), history.toArray(Entry[]::new));
    }

    static Sheet sheet(Form kind, CaseFile file) {
        return sheet(kind, file, null);
    }

    /** @param code that it bears; null without one */
    static Sheet sheet(Form kind, CaseFile file, RatingCode code) {
        return new Composer(
                        CATALOGUE,
                        ShippedLaw.law()
                                .of(LegalProfile.of(
                                        file.last().event().dossier().legalProfile())),
                        STAFF,
                        file)
                .compose(kind, code);
    }

    /** A register of so many lines. @param closed whether it is an original */
    static Register register(int lines, boolean closed) {
        var all = new ArrayList<Register.Line>();
        for (int i = 1; i <= lines; i++) {
            all.add(new Register.Line(
                    i,
                    "H03.01-220608-%04d".formatted(i),
                    i + " · 9dab3a2a…f6db74e1",
                    "Cấp Phiếu lý lịch tư pháp cho công dân Việt Nam, người nước ngoài đang cư trú tại Việt Nam",
                    "Nguyễn Thị Quỳnh Hường",
                    "Số nhà 12, tổ 7, đường Trường Chinh, Phường Phùng Chí Kiên, Tỉnh Bắc Kạn, 0912 345 602",
                    "Sở Tư pháp",
                    "09:05 08/06/2022",
                    "09:05 22/06/2022",
                    i % 3 == 0 ? "10:30 20/06/2022" : null,
                    "Bưu chính công ích",
                    i % 7 == 0 ? "Rút hồ sơ" : null));
        }
        var seal = new Register.Seal(
                "3/2022",
                "Bắc Kạn, ngày 09 tháng 6 năm 2022",
                "H03.01 2022-06-08/2022-06-08 3/2022 sha256:07af6603627ca5c002a31b59ecf72752a33409f1e8ca498bfecc20032037bba9"
                        + " 2022-06-08 sha256:29eb30f389ebe71be4ddd702a566665feef5f6b4cf93d8c3c548a1e1a169a81b",
                "07af6603…2037bba9",
                "29eb30f3…a169a81b",
                "08/06/2022",
                Signatures.blank("NGƯỜI GHI SỔ"),
                new Sheet.Signature(List.of(Signatures.HEAD), Signatures.WITH_SEAL, null));
        return new Register(
                "Mẫu số 06 – Thông tư số 01/2018/TT-VPCP",
                Circular.REGISTER_TITLE,
                "SỞ TƯ PHÁP",
                "BỘ PHẬN MỘT CỬA SỞ TƯ PHÁP",
                "Ngày 08/06/2022",
                "08:00 09/06/2022",
                List.copyOf(all),
                closed ? seal : null);
    }
}
