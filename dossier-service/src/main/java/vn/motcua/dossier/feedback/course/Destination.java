package vn.motcua.dossier.feedback.course;

/** Where a fact leaves the feedback that stood somewhere. */
record Destination(Status before) implements Fact.Cases<Status> {

    @Override
    public Status received(Fact.Received fact) {
        return Status.RECEIVED;
    }

    @Override
    public Status classified(Fact.Classified fact) {
        return along(Step.CLASSIFICATION);
    }

    @Override
    public Status transferred(Fact.Transferred fact) {
        return along(Step.TRANSFER);
    }

    @Override
    public Status refused(Fact.Refused fact) {
        return along(Step.REFUSAL);
    }

    @Override
    public Status supplementRequested(Fact.SupplementRequested fact) {
        return along(Step.SUPPLEMENT_REQUEST);
    }

    @Override
    public Status supplementSubmitted(Fact.SupplementSubmitted fact) {
        return along(Step.SUPPLEMENT);
    }

    @Override
    public Status answered(Fact.Answered fact) {
        return along(Step.ANSWER);
    }

    @Override
    public Status published(Fact.Published fact) {
        return along(Step.PUBLICATION);
    }

    @Override
    public Status rated(Fact.Rated fact) {
        return along(Step.RATING);
    }

    @Override
    public Status overdue(Fact.Overdue fact) {
        return along(Step.LATENESS);
    }

    private Status along(Step step) {
        return Arrow.of(step).to().orElse(before);
    }
}
