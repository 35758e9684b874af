SELECT json_array((
  SELECT json_array((
    SELECT count(*) FROM "r_BACKS" r2 WHERE r2."$src" = n1."$key" AND r2."attestedFrom" IS NOT NULL AND r2."attestedUntil" IS NOT NULL AND r2."standing" IN ('DENIED')
  ), (
    SELECT count(*) FROM "r_BACKS" r4 WHERE r4."$src" = n1."$key" AND (r4."from" IS NULL OR r4."from" <= ?4) AND (r4."until" IS NULL OR r4."until" > ?4) AND r4."attestedFrom" <= ?4 AND r4."attestedUntil" >= ?4 AND r4."standing" IN ('DENIED')
  ), (
    SELECT json_group_array(json_array(q7.c0, q7.c1, q7.c2)) FROM (
      SELECT r6."attestedFrom" AS c0, r6."attestedUntil" AS c1, n7."id" AS c2 FROM "r_BACKS" r6 CROSS JOIN "n_Actor" n7 ON n7."$key" = r6."$dst" WHERE r6."$src" = n1."$key" AND (coalesce(r6."from", r6."attestedFrom") IS NULL OR coalesce(r6."from", r6."attestedFrom") <= ?7) AND (r6."until" IS NULL OR r6."until" > ?7) AND r6."standing" IN ('DENIED') ORDER BY n7."id" ASC, r6."id" ASC LIMIT ?9
    ) q7
  )) FROM "n_Actor" n1 WHERE n1."id" = ?1
))
