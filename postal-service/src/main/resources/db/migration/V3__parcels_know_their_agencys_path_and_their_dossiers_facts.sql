-- Where the sender belongs, from the root down to the agency itself, as the fact that made the parcel told it: parcels' facts carry it on. Of what was
-- planned before nothing is known but the agency.
alter table postal_return add column agency_path text[];
update postal_return set agency_path = array[agency];
alter table postal_return alter column agency_path set not null;

alter table waiting_result add column agency_path text[];
update waiting_result set agency_path = array[agency];
alter table waiting_result alter column agency_path set not null;

-- Every parcel of a dossier knows how far its facts have come: a former one may come back while the next is under way.
update postal_return r set sequence = last.sequence, hash = last.hash
from (select distinct on (dossier_id) dossier_id, sequence, hash from postal_return order by dossier_id, sequence desc) last
where r.dossier_id = last.dossier_id and r.sequence < last.sequence;
