SELECT json_array((
  SELECT json_group_array(json_array()) FROM (
    SELECT 1 FROM "n_Event" n1 ORDER BY n1."id" ASC LIMIT ?2
  ) q1
), (
  SELECT json_array((
    SELECT json_group_array(json_array()) FROM (
      SELECT 1 FROM "r_PARTICIPATED_IN" r3 CROSS JOIN "n_Event" n4 ON n4."$key" = r3."$dst" WHERE r3."$src" = n2."$key" AND r3."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY n4."id" ASC, r3."id" ASC LIMIT ?5
    ) q4
  ), (
    SELECT json_group_array(json_array()) FROM (
      SELECT 1 FROM "r_BACKS" r5 CROSS JOIN "n_Actor" n6 ON n6."$key" = r5."$dst" WHERE r5."$src" = n2."$key" AND r5."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY n6."id" ASC, r5."id" ASC LIMIT ?7
    ) q6
  ), (
    SELECT json_group_array(json_array()) FROM (
      SELECT 1 FROM (
        WITH RECURSIVE w12_0(n, d) AS (
          SELECT n2."$key", 0
        ), w12_1(n, d) AS (
          SELECT r9."$dst", w12_0.d + 1 FROM w12_0 CROSS JOIN "r_BACKS" r9 ON r9."$src" = w12_0.n WHERE r9."standing" IN ('ASSERTED', 'DISPUTED')
        ), w12_2(n, d) AS (
          SELECT n, min(d) FROM w12_1 GROUP BY n
        ), w12_3(n, d) AS (
          SELECT r10."$dst", w12_2.d + 1 FROM w12_2 CROSS JOIN "r_PARTICIPATED_IN" r10 ON r10."$src" = w12_2.n WHERE r10."standing" IN ('ASSERTED', 'DISPUTED')
        ), w12_4(n, d) AS (
          SELECT n, min(d) FROM w12_3 GROUP BY n
        ) SELECT n, d FROM w12_4
      ) w12 CROSS JOIN "n_Event" n11 ON n11."$key" = w12.n ORDER BY w12.d ASC, n11."id" ASC LIMIT ?13
    ) q11
  )) FROM "n_Actor" n2 WHERE n2."id" = ?3
), (
  SELECT json_array(CASE WHEN n13."location$lat" IS NULL THEN NULL ELSE json_array() END, (
    SELECT json_array() FROM "r_PART_OF" r14 WHERE r14."$src" = n13."$key"
  )) FROM "n_Place" n13 WHERE n13."id" = ?14
))
