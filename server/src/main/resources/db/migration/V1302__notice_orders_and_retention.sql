-- Notices that the data protection officer has ordered, until two key holders have let the addresses be read.
create table notice_order (
    incident text primary key,
    ordered_by text not null,
    ordered_at timestamptz not null,
    request uuid,
    asked_by text
);

-- How long the contacts of a settled batch stay, and the due time in watch by which they must be gone.
alter table notice_batch add column forget_at timestamptz;
alter table notice_batch add column forgotten_at timestamptz;
alter table notice_batch add column expectation uuid;
