SELECT json_array((
  SELECT json_array((
    SELECT json_group_array(json_array(q3.c0)) FROM (
      SELECT n3."name" AS c0 FROM "r_BACKS" r2 CROSS JOIN "n_Actor" n3 ON n3."$key" = r2."$dst" WHERE r2."$src" = n1."$key" AND r2."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY n3."id" ASC, r2."id" ASC LIMIT ?3
    ) q3
  ), (
    SELECT json_group_array(json_array(q5.c0, q5.c1, q5.c2, (
      SELECT json_group_array(json_array(q6.c0)) FROM (
        SELECT n6."stance" AS c0 FROM "n_Claim" n6 WHERE n6."about" = q5.c3 ORDER BY n6."id" ASC LIMIT ?7
      ) q6
    ), q5.c3)) FROM (
      SELECT r4."standing" AS c0, r4."attestedFrom" AS c1, n5."name" AS c2, r4."id" AS c3 FROM "r_BACKS" r4 CROSS JOIN "n_Actor" n5 ON n5."$key" = r4."$dst" WHERE r4."$src" = n1."$key" AND r4."standing" IN ('ASSERTED', 'DENIED', 'DISPUTED') ORDER BY n5."id" ASC, r4."id" ASC LIMIT ?5
    ) q5
  ), (
    SELECT count(*) FROM "r_BACKS" r7 WHERE r7."$src" = n1."$key" AND r7."standing" IN ('DENIED')
  )) FROM "n_Actor" n1 WHERE n1."id" = ?1
))
