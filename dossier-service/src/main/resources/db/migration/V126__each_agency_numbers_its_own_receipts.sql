-- The number of a receipt, and of a voucher of money that went back, is unique in the books of the agency whose cashier wrote it, not in the province.
alter table receipt
    add column desk        text not null default '' collate "C",
    -- Of whoever closed it.
    add column closed_desk text collate "C";

update receipt set desk = coalesce(agency, '') where source = 'COUNTER';
update receipt set closed_desk = coalesce(agency, '') where closed_at is not null;

alter table receipt
    drop constraint receipt_transaction,
    add constraint receipt_transaction unique (source, desk, transaction);

drop index receipt_refund;
create unique index receipt_refund on receipt (closed_desk, refund_reference) where refund_reference is not null;
