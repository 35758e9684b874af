SELECT json_array((
  SELECT json_array((
    SELECT count(*) FROM "r_CONTROLS" r2 WHERE r2."$src" = n1."$key" AND (r2."from" IS NULL OR r2."from" <= ?2) AND (r2."until" IS NULL OR r2."until" > ?2) AND r2."standing" IN ('ASSERTED', 'DISPUTED')
  ), (
    SELECT json_group_array(json_array(q3.c0, q3.c1, (
      SELECT json_group_array(json_array(q4.c0, (
        SELECT json_array(n6."name") FROM "r_MADE_BY" r5 CROSS JOIN "n_Source" n6 ON n6."$key" = r5."$dst" WHERE r5."$src" = q4.c1
      ))) FROM (
        SELECT n4."statement" AS c0, n4."$key" AS c1 FROM "n_Claim" n4 WHERE n4."about" = q3.c2 ORDER BY n4."id" ASC LIMIT ?6
      ) q4
    ))) FROM (
      SELECT r2."extent" AS c0, n3."name" AS c1, r2."id" AS c2 FROM "r_CONTROLS" r2 CROSS JOIN "n_Place" n3 ON n3."$key" = r2."$dst" WHERE r2."$src" = n1."$key" AND (r2."from" IS NULL OR r2."from" <= ?2) AND (r2."until" IS NULL OR r2."until" > ?2) AND r2."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY r2."extent" ASC, n3."name" DESC, n3."id" DESC, r2."id" DESC LIMIT ?4
    ) q3
  )) FROM "n_Actor" n1 WHERE n1."id" = ?1
))
