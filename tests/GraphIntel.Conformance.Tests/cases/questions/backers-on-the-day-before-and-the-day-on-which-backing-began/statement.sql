SELECT json_array((
  SELECT json_array((
    SELECT json_group_array(json_array(q3.c0, (
      SELECT count(*) FROM "r_BACKS" r4 WHERE r4."$dst" = q3.c1 AND (coalesce(r4."from", r4."attestedFrom") IS NULL OR coalesce(r4."from", r4."attestedFrom") <= ?5) AND (r4."until" IS NULL OR r4."until" > ?5) AND r4."standing" IN ('ASSERTED', 'DISPUTED')
    ), (
      SELECT json_group_array(json_array(q5.c0)) FROM (
        SELECT n5."name" AS c0 FROM "r_BACKS" r4 CROSS JOIN "n_Actor" n5 ON n5."$key" = r4."$src" WHERE r4."$dst" = q3.c1 AND (coalesce(r4."from", r4."attestedFrom") IS NULL OR coalesce(r4."from", r4."attestedFrom") <= ?5) AND (r4."until" IS NULL OR r4."until" > ?5) AND r4."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY n5."id" ASC, r4."id" ASC LIMIT ?7
      ) q5
    ), (
      SELECT count(*) FROM "r_BACKS" r6 WHERE r6."$dst" = q3.c1 AND (coalesce(r6."from", r6."attestedFrom") IS NULL OR coalesce(r6."from", r6."attestedFrom") <= ?8) AND (r6."until" IS NULL OR r6."until" > ?8) AND r6."standing" IN ('ASSERTED', 'DISPUTED')
    ), (
      SELECT json_group_array(json_array(q7.c0)) FROM (
        SELECT n7."name" AS c0 FROM "r_BACKS" r6 CROSS JOIN "n_Actor" n7 ON n7."$key" = r6."$src" WHERE r6."$dst" = q3.c1 AND (coalesce(r6."from", r6."attestedFrom") IS NULL OR coalesce(r6."from", r6."attestedFrom") <= ?8) AND (r6."until" IS NULL OR r6."until" > ?8) AND r6."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY n7."id" ASC, r6."id" ASC LIMIT ?10
      ) q7
    ))) FROM (
      SELECT n3."name" AS c0, r2."$src" AS c1 FROM "r_PARTICIPATED_IN" r2 CROSS JOIN "n_Actor" n3 ON n3."$key" = r2."$src" WHERE r2."$dst" = n1."$key" AND r2."standing" IN ('ASSERTED', 'DISPUTED') AND r2."role" = ?2 ORDER BY n3."id" ASC, r2."id" ASC LIMIT ?4
    ) q3
  )) FROM "n_Event" n1 WHERE n1."id" = ?1
))
