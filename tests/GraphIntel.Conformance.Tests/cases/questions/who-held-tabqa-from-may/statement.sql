SELECT json_array((
  SELECT json_array((
    SELECT count(*) FROM "r_CONTROLS" r2 WHERE r2."$dst" = n1."$key" AND (r2."from" IS NULL OR r2."from" <= ?2) AND (r2."until" IS NULL OR r2."until" > ?2) AND r2."standing" IN ('ASSERTED', 'DISPUTED')
  ), (
    SELECT json_group_array(json_array(q5.c0, q5.c1, q5.c2, q5.c3, q5.c4, q5.c5, q5.c6, (
      SELECT json_array(n6."id") FROM "n_Actor" n6 WHERE n6."$key" = q5.c7
    ), (
      SELECT json_array(n7."id") FROM "n_Place" n7 WHERE n7."$key" = q5.c8
    ))) FROM (
      SELECT r4."status" AS c0, r4."extent" AS c1, r4."from" AS c2, r4."fromPrecision" AS c3, r4."until" AS c4, n5."id" AS c5, r4."id" AS c6, r4."$src" AS c7, r4."$dst" AS c8 FROM "r_CONTROLS" r4 CROSS JOIN "n_Actor" n5 ON n5."$key" = r4."$src" WHERE r4."$dst" = n1."$key" AND (r4."from" IS NULL OR r4."from" <= ?5) AND (r4."until" IS NULL OR r4."until" > ?5) AND r4."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY n5."id" ASC, r4."id" ASC LIMIT ?7
    ) q5
  ), (
    SELECT count(*) FROM "r_CONTROLS" r8 WHERE r8."$dst" = n1."$key" AND (r8."from" IS NULL OR r8."from" <= ?8) AND (r8."until" IS NULL OR r8."until" > ?8) AND r8."attestedFrom" <= ?8 AND r8."attestedUntil" >= ?8 AND r8."standing" IN ('ASSERTED', 'DISPUTED')
  )) FROM "n_Place" n1 WHERE n1."id" = ?1
))
