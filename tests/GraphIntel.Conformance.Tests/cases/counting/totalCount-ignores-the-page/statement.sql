SELECT json_array((
  SELECT json_array((
    SELECT count(*) FROM "r_PARTICIPATED_IN" r2 WHERE r2."$src" = n1."$key" AND r2."standing" IN ('ASSERTED', 'DISPUTED')
  ), (
    SELECT json_group_array(json_array(q3.c0)) FROM (
      SELECT n3."id" AS c0 FROM "r_PARTICIPATED_IN" r2 CROSS JOIN "n_Event" n3 ON n3."$key" = r2."$dst" WHERE r2."$src" = n1."$key" AND r2."standing" IN ('ASSERTED', 'DISPUTED') AND n3."id" >= ?4 AND (n3."id" > ?4 OR (n3."id" = ?4 AND r2."id" > ?5)) ORDER BY n3."id" ASC, r2."id" ASC LIMIT ?3
    ) q3
  ), (
    SELECT count(*) FROM "r_CONTROLS" r4 WHERE r4."$src" = n1."$key" AND r4."standing" IN ('ASSERTED', 'DISPUTED')
  ), (
    SELECT json_group_array(json_array(q5.c0)) FROM (
      SELECT * FROM (
        SELECT n5."id" AS c0, r4."id" AS c1 FROM "r_CONTROLS" r4 CROSS JOIN "n_Place" n5 ON n5."$key" = r4."$dst" WHERE r4."$src" = n1."$key" AND r4."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY n5."id" DESC, r4."id" DESC LIMIT ?7
      ) ORDER BY c0 ASC, c1 ASC
    ) q5
  )) FROM "n_Actor" n1 WHERE n1."id" = ?1
))
