SELECT json_array((
  SELECT json_array((
    SELECT json_group_array(json_array(q3.c0, q3.c1)) FROM (
      SELECT r2."from" AS c0, n3."id" AS c1 FROM "r_CONTROLS" r2 CROSS JOIN "n_Place" n3 ON n3."$key" = r2."$dst" WHERE r2."$src" = n1."$key" AND r2."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY r2."from" ASC, n3."id" ASC, r2."id" ASC LIMIT ?3
    ) q3
  ), (
    SELECT json_group_array(json_array(q5.c0, q5.c1)) FROM (
      SELECT r4."from" AS c0, n5."id" AS c1 FROM "r_CONTROLS" r4 CROSS JOIN "n_Place" n5 ON n5."$key" = r4."$dst" WHERE r4."$src" = n1."$key" AND r4."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY r4."from" DESC, n5."id" DESC, r4."id" DESC LIMIT ?5
    ) q5
  )) FROM "n_Actor" n1 WHERE n1."id" = ?1
))
