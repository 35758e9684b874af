SELECT json_array((
  SELECT json_group_array(json_array(q1.c0, (
    SELECT json_array(n2."name") FROM "n_Actor" n2 WHERE n2."$key" = q1.c1
  ), (
    SELECT json_array(n3."name") FROM "n_Place" n3 WHERE n3."$key" = q1.c2
  ), q1.c3, q1.c4, (
    SELECT json_group_array(json_array(q4.c0, q4.c1, (
      SELECT json_array(n6."name") FROM "r_MADE_BY" r5 CROSS JOIN "n_Source" n6 ON n6."$key" = r5."$dst" WHERE r5."$src" = q4.c2
    ))) FROM (
      SELECT n4."stance" AS c0, n4."made" AS c1, n4."$key" AS c2 FROM "n_Claim" n4 WHERE n4."about" = q1.c5 ORDER BY n4."id" ASC LIMIT ?6
    ) q4
  ))) FROM (
    SELECT r1."from" AS c0, r1."$src" AS c1, r1."$dst" AS c2, r1."status" AS c3, r1."standing" AS c4, r1."id" AS c5 FROM "r_CONTROLS" r1 WHERE r1."standing" IN ('ASSERTED', 'DISPUTED') AND r1."from" >= ?1 AND r1."from" <= ?2 ORDER BY r1."from" ASC, r1."id" ASC LIMIT ?4
  ) q1
))
