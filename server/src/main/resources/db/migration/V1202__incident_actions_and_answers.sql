-- The due time in watch that stands for an action, so that one that nobody does rings.
alter table incident_action add column expectation uuid;
