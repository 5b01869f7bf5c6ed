-- Where the sender belongs, from the root down to the agency itself, as the fact that made the parcel told it: parcels' facts carry it on. Of what was
-- planned before nothing is known but the agency.
alter table postal_return add column agency_path text[];
update postal_return set agency_path = array[agency];
alter table postal_return alter column agency_path set not null;

alter table waiting_result add column agency_path text[];
update waiting_result set agency_path = array[agency];
alter table waiting_result alter column agency_path set not null;
