package vn.motcua.dossier.lifecycle;

import java.util.Optional;

/**
 * Why a step is not possible, in sentences that an officer can read and act on. Some lie in how the dossier stands, some in what was asked
 * for; the latter name the field at fault.
 */
public enum Bar {
    // How the dossier stands.
    REFUSED_FOR_GOOD(
            "Hồ sơ không được tiếp nhận và đã kết thúc; người nộp cần nộp hồ sơ mới.",
            "The dossier was refused and is closed; the applicant files a new one."),
    WITHDRAWN_FOR_GOOD(
            "Hồ sơ đã được rút và đã kết thúc; người nộp cần nộp hồ sơ mới nếu muốn làm lại.",
            "The dossier was withdrawn and is closed; to start again the applicant files a new one."),
    RETURNED_FOR_GOOD(
            "Kết quả đã được trả và hồ sơ đã kết thúc; yêu cầu mới cần nộp hồ sơ mới.",
            "The result has been handed over and the dossier is closed; a new request needs a new dossier."),
    STOPPED(
            "Hồ sơ đã dừng xử lý; lãnh đạo cần cho tiếp tục trước.",
            "Processing was stopped; the leader has to let it go on first."),
    STOPPED_FOR_GOOD(
            "Hồ sơ đã dừng giải quyết và đã kết thúc; người nộp cần nộp hồ sơ mới nếu muốn làm lại.",
            "Processing was stopped for good; to start again the applicant files a new dossier."),
    CORRECTED_BY_TWO(
            "Hồ sơ đã kết thúc; việc đính chính do một lãnh đạo đề nghị và một lãnh đạo khác xác nhận.",
            "The dossier is closed; one leader proposes a correction, another confirms it."),
    FOUR_EYES(
            "Người đề nghị không được tự xác nhận; cần một lãnh đạo khác xác nhận.",
            "Whoever proposed the correction cannot confirm it; another leader has to."),
    STILL_OPEN(
            "Hồ sơ chưa kết thúc; lãnh đạo đính chính trực tiếp, không cần đề nghị.",
            "The dossier is open; a leader corrects it directly, without a proposal."),
    PROPOSED_ALREADY(
            "Đã có một đề nghị cùng loại chờ quyết định; cần duyệt hoặc bác đề nghị đó trước.",
            "Another proposal of this kind awaits its decision; confirm or reject that one first."),
    PROPOSAL_DECIDED(
            "Đề nghị này đã được duyệt hoặc bác bỏ; không cần làm gì thêm.",
            "The proposal has been confirmed or rejected; nothing is left to do."),
    VOIDED(
            "Hồ sơ đã bị hủy bỏ do nhập sai hoặc nhập trùng và không còn giá trị; chỉ xử lý hồ sơ đúng.",
            "The dossier was set aside as entered wrongly or twice and is no longer valid; go on with the right one."),
    DESTROYED(
            "Hồ sơ đã hết thời hạn bảo quản và đã được tiêu hủy theo lệnh; chỉ còn lịch sử các bước.",
            "The dossier was destroyed by order when its keeping had run out; only its history is left."),
    NOT_CLOSED(
            "Hồ sơ chưa kết thúc; chỉ tiêu hủy hồ sơ đã kết thúc.",
            "The dossier is not closed; only closed ones are destroyed."),
    MASTERED_ELSEWHERE(
            "Hồ sơ do hệ thống của bộ, ngành quản lý; cần tiếp nhận về địa phương trước khi xử lý tại đây.",
            "A system of a ministry masters the dossier; it has to be adopted before it is processed here."),
    LIVE_ALREADY(
            "Hồ sơ này đã là hồ sơ chính thức của hệ thống; không cần tiếp nhận về địa phương.",
            "The dossier is live already; there is nothing to adopt."),
    NOTHING_ASKED(
            "Hồ sơ không có yêu cầu bổ sung giấy tờ nào đang chờ; cần yêu cầu bổ sung trước.",
            "No papers are awaited for this dossier; they have to be asked for first."),
    NO_PAYMENT_ASKED(
            "Hồ sơ không có yêu cầu thanh toán nào đang chờ; cần yêu cầu thanh toán trước.",
            "No payment is awaited for this dossier; it has to be asked for first."),
    NOT_STOPPED(
            "Hồ sơ không ở trạng thái tạm dừng; không có gì để cho tiếp tục.",
            "The dossier was not stopped for a while; there is nothing to resume."),
    NOT_PROCESSING(
            "Hồ sơ chưa được chuyển xử lý; cần chuyển xử lý trước.",
            "The dossier is not being processed; start processing first."),
    NOT_ACCEPTED_YET(
            "Hồ sơ chưa được tiếp nhận; Bộ phận Một cửa cần tiếp nhận hoặc từ chối trước.",
            "The dossier has not been accepted; the one-stop shop accepts or refuses it first."),
    ALREADY_ACCEPTED(
            "Hồ sơ đã được tiếp nhận; bước này chỉ dành cho hồ sơ mới đăng ký.",
            "The dossier has been accepted; this step is for new ones only."),
    ALREADY_PROCESSING(
            "Hồ sơ đang được xử lý; người thụ lý có thể nhận việc qua bước phân công.",
            "The dossier is being processed already; an officer takes it over by an assignment."),
    PAUSED_FOR_PAPERS(
            "Hồ sơ đang chờ bổ sung giấy tờ; cần xác nhận bổ sung đầy đủ trước.",
            "The dossier waits for papers; confirm that they are complete first."),
    AWAITS_PAPERS(
            "Hồ sơ chưa được tiếp nhận và đang chờ người nộp bổ sung giấy tờ; khi có bổ sung thì xem xét lại, hết thời hạn thì từ chối.",
            "The dossier has not been accepted and waits for the applicant's papers; look at it again when they come, refuse it when the time has run out."),
    WAITS_ELSEWHERE(
            "Hồ sơ đang chờ người nộp tại hệ thống của bộ, ngành; chỉ tiếp nhận về địa phương sau khi việc chờ đó kết thúc.",
            "The dossier waits for the applicant in the system of a ministry; it can be adopted once that is over."),
    ANOTHER_RESULT(
            "Bưu gửi đã giao bưu điện trước khi có kết quả hiện nay: người nhận nhận được kết quả khác (đã thu hồi); cần xem xét.",
            "The parcel left before the present result was there: another one, which was taken back, has arrived; look at it."),
    PAUSED_FOR_PAYMENT(
            "Hồ sơ đang chờ thực hiện nghĩa vụ tài chính; cần xác nhận thanh toán trước.",
            "The dossier waits for a payment; confirm the payment first."),
    ALREADY_COMPLETED(
            "Hồ sơ đã xử lý xong; bước tiếp theo là trả kết quả.",
            "Processing has ended; the next step is to hand over the result."),
    NO_RESULT_YET(
            "Hồ sơ chưa có kết quả; cần hoàn thành xử lý trước khi trả.",
            "There is no result yet; processing has to be completed first."),
    NOT_IMMEDIATE(
            "Thủ tục này không trả kết quả ngay; cần chuyển xử lý trước khi hoàn thành.",
            "This procedure does not give its result at once; start processing before completing it."),
    // Who may do it as the dossier stands.
    ONE_STOP_CONFIRMS(
            "Hồ sơ đã được tiếp nhận; đề nghị rút tại Bộ phận Một cửa để được xác nhận.",
            "The dossier has been accepted; ask the one-stop shop, which confirms the withdrawal."),
    APPLICANT_WITHDRAWS(
            "Trước khi tiếp nhận, chỉ người nộp mới rút được hồ sơ; cơ quan có thể từ chối tiếp nhận.",
            "Before acceptance only the applicant can withdraw; the agency may refuse the dossier."),
    LEADER_SIGNS(
            "Kết quả phải do lãnh đạo ký; đề nghị trình lãnh đạo.",
            "The leader signs the result; submit it for signature."),
    LEADER_STOPS(
            "Việc dừng xử lý do lãnh đạo quyết định; đề nghị trình lãnh đạo kèm căn cứ.",
            "The leader decides to stop processing; submit it to the leader with its grounds."),
    OTHER_ROLE(
            "Bước này không thuộc nhiệm vụ của vai trò này; đề nghị chuyển người có nhiệm vụ thực hiện.",
            "This step is not for this role; ask somebody whose task it is."),
    LEADER_APPROVES(
            "Yêu cầu bổ sung quá số lần quy định, hoặc sau thời hạn kể từ ngày tiếp nhận, phải do lãnh đạo phê duyệt và nêu căn cứ.",
            "One request more than the law gives, or one after the time allowed from receipt, is approved by the leader with its legal basis."),
    ASKED_ALREADY(
            "Đã hướng dẫn bổ sung trước khi tiếp nhận đủ số lần quy định; cần tiếp nhận hoặc từ chối.",
            "Papers were asked for before acceptance as often as the law gives; accept the dossier or refuse it."),
    STILL_TIME_LEFT(
            "Thời hạn chờ chưa hết; chỉ có thể kết thúc hồ sơ vì lý do này sau khi hết thời hạn.",
            "The time to answer has not run out; the dossier can be closed for this reason after it has."),
    ANSWERED_ALREADY(
            "Người nộp đã bổ sung giấy tờ; cần xem xét và xác nhận trước.",
            "The applicant has sent the papers; look at them and confirm first."),
    NO_WORKFLOW(
            "Hồ sơ không ở trong quy trình nhiều bước; lãnh đạo ký kết quả trực tiếp.",
            "The dossier is in no workflow of several steps; the leader signs the result directly."),
    OTHER_STEP(
            "Bước hiện tại của quy trình thuộc vai trò khác; chờ bước đó hoàn thành hoặc được trả lại.",
            "The step of the workflow that is on now is another role's; wait until it is done or sent back."),
    LAST_STEP(
            "Đây là bước cuối của quy trình; tiếp theo là ký và hoàn thành kết quả.",
            "This is the last step of the workflow; what follows is to complete the dossier."),
    FIRST_STEP(
            "Đây là bước đầu của quy trình, không có bước trước; chỉ có thể xử lý và chuyển tiếp.",
            "This is the first step; there is none before it. Do it and forward the dossier."),
    OPENED_ALREADY(
            "Người nhận đã mở hồ sơ; không thể thu hồi, đề nghị người nhận trả lại.",
            "The receiver has opened the dossier; it can only be sent back by them."),
    NOT_THE_SENDER(
            "Chỉ người đã chuyển bước mới thu hồi được; đề nghị người đang giữ hồ sơ trả lại.",
            "Only who forwarded the dossier can recall it; ask who has it to send it back."),
    NOT_AT_SIGNATURE(
            "Hồ sơ chưa đến bước ký của quy trình; cần chuyển qua các bước trước.",
            "The dossier has not reached the step where the result is signed; the steps before come first."),
    APOLOGY_PENDING(
            "Có đề nghị gia hạn đang chờ lãnh đạo quyết định; cần duyệt hoặc bác đề nghị đó trước khi hoàn thành.",
            "A later date was proposed and awaits the leader's decision; approve or reject it before completing."),
    NOT_ISSUED_YET(
            "Kết quả cần được văn thư vào sổ, ban hành và chuyển về Bộ phận Một cửa; chuyển tiếp các bước sau ký rồi hoàn thành ở bước cuối.",
            "After the signature the result is issued and brought to the one-stop shop; forward the dossier, and complete it at the last step."),
    RESULT_SIGNED(
            "Kết quả đã được ký nên hồ sơ không còn rút được; đề nghị chờ nhận kết quả.",
            "The result is signed, so the dossier can no longer be withdrawn; wait for the result."),
    PARTS_OPEN(
            "Còn phần việc của cơ quan phối hợp chưa xong; cần đôn đốc và chờ kết quả trước khi hoàn thành.",
            "Another agency has not finished its part; remind it and wait for its answer before completing."),
    PART_UNKNOWN(
            "Không có phần việc này hoặc phần việc chưa được giao; cần xem lại số thứ tự phần việc.",
            "There is no such part, or it is not open yet; look at its number again."),
    PART_FINISHED(
            "Phần việc này đã hoàn thành; không cần làm gì thêm.",
            "The part has been finished; nothing is left to do."),
    LEAD_WITHDRAWS(
            "Chỉ cơ quan chủ trì mới thu hồi phần việc; cơ quan phối hợp hoàn thành hoặc từ chối.",
            "Only the lead agency takes a part back; the agency that has it finishes or declines it.",
            "/outcome"),
    PART_OF_ANOTHER(
            "Phần việc này thuộc cơ quan khác; chỉ cơ quan đó xác nhận và trả lời.",
            "The part is another agency's; only that agency acknowledges and answers it."),
    PART_RECEIVED(
            "Phần việc này đã được xác nhận tiếp nhận; bước tiếp theo là hoàn thành phần việc.",
            "The part was acknowledged before; the next step is to finish it."),
    EXTENDED_ALREADY(
            "Hồ sơ đã được hẹn lại đủ số lần pháp luật cho phép; cần trả kết quả theo ngày đã hẹn lại.",
            "The dossier was extended as often as the law allows; the new date has to be kept."),
    NO_TIME_LIMIT(
            "Hồ sơ không có thời hạn trả kết quả nên không cần gia hạn.",
            "The dossier has no due date; there is nothing to extend."),
    FEES_OUTSTANDING(
            "Hồ sơ còn phí, lệ phí chưa nộp; cần thu đủ trước khi trả kết quả.",
            "Fees of the dossier are still to be paid; take them before the result is handed over."),
    ORIGINALS_NOT_RETURNED(
            "Bộ phận Một cửa đang giữ bản chính giấy tờ của người nộp; cần trả lại (hoặc gửi trả qua bưu chính nếu đã nộp qua bưu chính) và xác nhận đã trả trong cùng bước này.",
            "Originals of the applicant are kept at the one-stop shop; give them back, or send what came by post, and say so in the same step: originalsReturned."),
    FEES_BEFORE_SENDING(
            "Hồ sơ còn phí, lệ phí chưa nộp mà kết quả trả qua bưu chính hoặc trực tuyến; cần thu đủ trước khi hoàn thành.",
            "Fees of the dossier are still to be paid and its result goes by post or online; take them before completing."),
    PREPAYMENT_MISSING(
            "Thủ tục này thu phí, lệ phí trước; cần thanh toán và gửi kèm mã thanh toán khi nộp hồ sơ.",
            "What this procedure costs is paid in advance; pay first and name the payment when submitting."),
    PREPAYMENT_UNKNOWN(
            "Không có khoản thanh toán này của người nộp cho thủ tục và cơ quan này.",
            "The applicant has made no such payment for this procedure and agency."),
    PREPAYMENT_NOT_PAID(
            "Khoản thanh toán này chưa được xác nhận; cần thanh toán hoặc chờ xác nhận rồi nộp lại.",
            "The payment has not been confirmed; pay, or wait for the confirmation, and submit again."),
    PREPAYMENT_USED(
            "Khoản thanh toán này đã dùng cho một hồ sơ khác hoặc đã được hoàn trả; cần thanh toán mới.",
            "The payment was used for another dossier or given back; make a new one."),
    PREPAYMENT_DIFFERS(
            "Số tiền đã thanh toán khác số phải nộp trước của thủ tục; cần thanh toán đúng số tiền và đề nghị hoàn trả khoản này.",
            "What was paid is not what has to be paid in advance; pay that amount, and ask for this payment to be given back."),
    NOTHING_TO_REFUND(
            "Không có khoản đã thu nào như vậy để hoàn trả; cần xem lại mã thanh toán và số tiền.",
            "There is no such payment to give back; look at its reference and amount again."),
    NOTHING_DUE("Thời hạn của hồ sơ không thay đổi.", "The due date of the dossier does not change."),
    TOO_MANY_DOCUMENTS(
            "Hồ sơ đã có đủ 200 tệp; cần gộp các trang thành ít tệp hơn.",
            "The dossier has 200 files already; put pages together into fewer files."),
    RESULT_FILE_MISSING(
            "Hồ sơ này trả kết quả điện tử; cần đính kèm tệp kết quả trước khi hoàn thành.",
            "The result of this dossier is given as a file; attach the file before completing."),
    RESULT_OPENED(
            "Người nộp đã mở kết quả điện tử hoặc kết quả đã được dùng trong hồ sơ khác nên không còn thu hồi được, sai sót xử lý bằng văn bản mới.",
            "The applicant has opened the electronic result, or it was used in another dossier; it is no longer taken back, an error needs a new decision."),
    // What was asked for.
    NOT_ONLINE(
            "Thủ tục này không nhận hồ sơ trực tuyến; đề nghị nộp tại Bộ phận Một cửa hoặc qua bưu chính.",
            "This procedure is not open online; hand the dossier in at the one-stop shop or by post.",
            "/procedure"),
    NOT_COMPETENT(
            "Cơ quan này không có thẩm quyền giải quyết thủ tục này; cần chuyển đến cơ quan có thẩm quyền hoặc từ chối tiếp nhận.",
            "This agency is not competent for this procedure; choose the competent one, or refuse the dossier.",
            "/agency"),
    NO_LONGER_COMPETENT(
            "Theo quy định đang có hiệu lực, cơ quan này không còn thẩm quyền giải quyết thủ tục này; cần chuyển đến cơ quan có thẩm quyền hoặc từ chối tiếp nhận.",
            "As the procedure is in force today this agency is not competent for it any more; transfer the dossier to the one that is, or refuse it."),
    WRONG_CHANNEL(
            "Hồ sơ trực tuyến do công dân nộp; tại quầy hoặc qua bưu chính do cán bộ một cửa tiếp nhận.",
            "Online dossiers are submitted by the citizen; the one-stop officer takes in those at the counter or by post.",
            "/channel"),
    REASON_MISSING("Phải nêu lý do.", "A reason has to be given.", "/reason"),
    RESULT_MISSING("Phải có số kết quả kèm theo.", "The reference of the result has to be given.", "/resultReference"),
    IDENTITY_NOT_CHECKED(
            "Phải kiểm tra giấy tờ tùy thân hoặc giấy ủy quyền trước khi trả kết quả.",
            "Identity or authorisation has to be checked before the result is handed over.",
            "/identityChecked"),
    COLLECTOR_NOT_NAMED(
            "Hồ sơ có người được ủy quyền; cần ghi rõ trả kết quả cho chủ hồ sơ hay cho người được ủy quyền.",
            "The dossier names an authorised person; say whether the owner or that person gets the result.",
            "/collectedBy"),
    NOBODY_AUTHORISED(
            "Hồ sơ không ghi người được ủy quyền; cần ghi nhận người được ủy quyền trước, hoặc trả cho chủ hồ sơ.",
            "The dossier names no authorised person; record who it is first, or hand the result to the owner.",
            "/collectedBy"),
    AUTHORISATION_NOT_CHECKED(
            "Phải kiểm tra giấy ủy quyền trước khi trả kết quả cho người được ủy quyền.",
            "The authorisation has to be checked before the result is handed to the authorised person.",
            "/authorisationChecked"),
    COLLECTED_ELSEWHERE(
            "Chỉ ghi người nhận khi trả kết quả tại quầy.",
            "Whom the result was handed to is said at the counter only.",
            "/collectedBy"),
    NOT_ASKED_BY_POST(
            "Người nộp không đăng ký nhận kết quả qua bưu chính; cần trả theo cách đã đăng ký hoặc tại quầy.",
            "The applicant did not ask for the result by post; hand it over as they asked, or at the counter.",
            "/via"),
    OFFICER_ABSENT(
            "Cán bộ này vắng mặt vào ngày này; cần giao cho người khác.",
            "The officer is away on that day; give it to another.",
            "/officer"),
    OFFICER_UNKNOWN(
            "Tài khoản này không thuộc danh sách cán bộ của đơn vị vào ngày này.",
            "The account is not on the unit's staff list on that day.",
            "/officer"),
    NOTHING_NAMED("Phải nêu ít nhất một giấy tờ.", "At least one paper has to be named.", "/missing"),
    BASIS_MISSING(
            "Phải nêu căn cứ pháp lý của việc yêu cầu bổ sung lần này.",
            "The legal basis of this request has to be given.",
            "/legalBasis"),
    NOTHING_SENT("Phải có ít nhất một giấy tờ.", "At least one paper has to be sent.", "/components"),
    DEADLINE_PAST("Thời hạn phải ở sau thời điểm hiện tại.", "The deadline has to lie in the future.", "/deadline"),
    NOTHING_TO_PAY("Số tiền phải lớn hơn 0.", "The amount has to be more than 0.", "/amount"),
    NOT_OUTSTANDING(
            "Số tiền yêu cầu phải bằng đúng số còn phải nộp của hồ sơ.",
            "What is asked for has to be what is still to be paid for the dossier.",
            "/amount"),
    AMOUNT_DIFFERS("Số tiền đã nộp khác số tiền được yêu cầu.", "What was paid is not what was asked for.", "/amount"),
    REFERENCE_MISSING(
            "Phải có mã tham chiếu thanh toán.", "The reference of the payment has to be given.", "/reference"),
    REFERENCE_KNOWN(
            "Mã tham chiếu này đã được ghi nhận cho hồ sơ này.",
            "This payment reference was recorded for the dossier before.",
            "/reference"),
    PAID_IN_FUTURE("Thời điểm thanh toán ở tương lai.", "The payment lies in the future.", "/paidAt"),
    INTO_ITSELF("Không thể nhập hồ sơ vào chính nó.", "A dossier cannot be merged into itself.", "/into"),
    NOT_ELECTRONIC(
            "Hồ sơ này không trả kết quả điện tử; cần trả theo cách đã đăng ký hoặc tại quầy.",
            "The result of this dossier is not an electronic one; hand it over as they asked, or at the counter.",
            "/via"),
    NOT_LATER(
            "Thời hạn mới phải sau thời hạn hiện tại.", "The new date has to be later than the present one.", "/dueAt"),
    LEG_BEYOND_TOTAL(
            "Thời hạn của cơ quan phối hợp vượt quá thời hạn của hồ sơ; cần rút ngắn để kịp ngày hẹn trả.",
            "The part would be due after the dossier itself; make its limit shorter.",
            "/limit"),
    SAME_AGENCY("Hồ sơ đang do chính cơ quan này xử lý.", "The dossier is this agency's already.", "/agency"),
    TASK_MISSING("Phải nêu nội dung đề nghị phối hợp.", "What the agency is to do has to be said.", "/task"),
    DELAY_UNEXPLAINED(
            "Phần việc đã quá hạn; phải nêu lý do chậm.",
            "The part is late; a reason for the delay has to be given.",
            "/reason"),
    PART_NOT_LATE(
            "Phần việc xong đúng hạn nên không có lý do chậm.",
            "The part is done in time; there is no delay to explain.",
            "/reason"),
    PART_BEFORE_UNKNOWN("Không có phần việc trước đó.", "There is no such part to wait for.", "/after"),
    RATED_ALREADY(
            "Hồ sơ đã được đánh giá; mỗi hồ sơ chỉ đánh giá một lần.",
            "The dossier has been rated; each is rated once."),
    NOT_RETURNED_YET(
            "Kết quả chưa được trả; chỉ đánh giá sau khi nhận kết quả.",
            "The result has not been handed over; it is rated after that."),
    NO_SUCH_SCORE("Điểm đánh giá từ 1 đến 5.", "A score is 1 to 5.", "/score"),
    FEES_BEFORE_ANOTHER_WAY(
            "Hồ sơ đã có kết quả và còn phí, lệ phí chưa nộp; cần thu đủ trước khi chuyển sang trả qua bưu chính hoặc trực tuyến.",
            "The result is there and fees are still to be paid; take them before it goes by post or online.",
            "/returnMethod"),
    NO_WAY_HOME_LEFT(
            "Hồ sơ đã kết thúc; cách nhận kết quả không còn gì để đính chính.",
            "The dossier is closed; nothing is left to be sent another way.",
            "/returnMethod"),
    NOTHING_CORRECTED("Không có nội dung nào được đính chính.", "Nothing would be corrected.", ""),
    BEFORE_LAST_STEP(
            "Thời điểm của bước này sớm hơn bước trước đó.", "The step lies before the one that it follows.", "/at");

    private final String vi;
    private final String en;
    private final String pointer;

    Bar(String vi, String en) {
        this(vi, en, null);
    }

    Bar(String vi, String en, String pointer) {
        this.vi = vi;
        this.en = en;
        this.pointer = pointer;
    }

    /** The official sentence. */
    public String vi() {
        return vi;
    }

    /** A translation for readers. */
    public String en() {
        return en;
    }

    /** JSON pointer to what was asked wrongly; empty where the dossier itself stands in the way. */
    public Optional<String> pointer() {
        return Optional.ofNullable(pointer);
    }

    /** Why no transition leads from where the dossier stands by this step. Exhaustive: a new status says why it bars. */
    static Bar of(Dossier dossier, Step step) {
        if (dossier.course().voidedAt() != null) {
            return VOIDED;
        }
        if (step == Step.RATING && !dossier.isClosed()) {
            return NOT_RETURNED_YET;
        }
        if (step == Step.CORRECTION && dossier.isClosed()) {
            return CORRECTED_BY_TWO;
        }
        return switch (dossier.status()) {
            case REFUSED -> REFUSED_FOR_GOOD;
            case WITHDRAWN -> WITHDRAWN_FOR_GOOD;
            case RETURNED -> RETURNED_FOR_GOOD;
            case STOPPED -> dossier.isClosed() ? STOPPED_FOR_GOOD : orTakenIn(step, STOPPED);
            case SUBMITTED -> orNothing(step, NOT_ACCEPTED_YET);
            case ACCEPTED -> beforeProcessing(step);
            case PROCESSING -> step == Step.PROCESSING ? ALREADY_PROCESSING : orNothing(step, ALREADY_ACCEPTED);
            case SUPPLEMENT_REQUIRED ->
                dossier.timeline().acceptedAt() == null
                        ? orLive(step, AWAITS_PAPERS)
                        : orTakenIn(step, PAUSED_FOR_PAPERS);
            case PAYMENT_REQUIRED -> orTakenIn(step, PAUSED_FOR_PAYMENT);
            case COMPLETED -> orLive(step, ALREADY_COMPLETED);
        };
    }

    /** Whoever was taken in is not taken in or turned away again, also once the wait is over. */
    private static Bar orTakenIn(Step step, Bar otherwise) {
        return switch (step) {
            case ACCEPTANCE, REFUSAL -> ALREADY_ACCEPTED;
            default -> orLive(step, otherwise);
        };
    }

    private static Bar beforeProcessing(Step step) {
        return switch (step) {
            case FORWARDING, SENDING_BACK, RECALL, ASSIGNMENT, STOP, LEG -> NOT_PROCESSING;
            case COMPLETION -> NOT_IMMEDIATE;
            default -> orNothing(step, ALREADY_ACCEPTED);
        };
    }

    private static Bar orNothing(Step step, Bar otherwise) {
        return switch (step) {
            case RETURN, RESULT_RECALL -> NO_RESULT_YET;
            case SUPPLEMENT, SUPPLEMENT_CONFIRMATION -> NOTHING_ASKED;
            case PAYMENT -> NO_PAYMENT_ASKED;
            case RESUMPTION -> NOT_STOPPED;
            default -> orLive(step, otherwise);
        };
    }

    private static Bar orLive(Step step, Bar otherwise) {
        return step == Step.ADOPTION ? LIVE_ALREADY : otherwise;
    }
}
