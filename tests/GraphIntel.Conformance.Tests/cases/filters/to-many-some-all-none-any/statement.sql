SELECT json_array((
  SELECT json_group_array(json_array(q1.c0)) FROM (
    SELECT n1."id" AS c0 FROM "n_Event" n1 WHERE EXISTS (
      SELECT 1 FROM "n_Actor" n3 CROSS JOIN "r_PARTICIPATED_IN" r2 INDEXED BY "i_r_PARTICIPATED_IN$$dst" ON n3."$key" = r2."$src" WHERE r2."$dst" = n1."$key" AND r2."standing" IN ('ASSERTED', 'DISPUTED') AND n3."id" = ?1
    ) ORDER BY n1."id" ASC LIMIT ?3
  ) q1
), (
  SELECT json_group_array(json_array(q4.c0)) FROM (
    SELECT n4."id" AS c0 FROM "n_Event" n4 WHERE NOT EXISTS (
      SELECT 1 FROM "n_Actor" n6 CROSS JOIN "r_PARTICIPATED_IN" r5 INDEXED BY "i_r_PARTICIPATED_IN$$dst" ON n6."$key" = r5."$src" WHERE r5."$dst" = n4."$key" AND r5."standing" IN ('ASSERTED', 'DISPUTED') AND n6."id" = ?4
    ) ORDER BY n4."id" ASC LIMIT ?6
  ) q4
), (
  SELECT json_group_array(json_array(q7.c0)) FROM (
    SELECT n7."id" AS c0 FROM "n_Event" n7 WHERE NOT EXISTS (
      SELECT 1 FROM "r_PARTICIPATED_IN" r8 CROSS JOIN "n_Actor" n9 ON n9."$key" = r8."$src" WHERE r8."$dst" = n7."$key" AND r8."standing" IN ('ASSERTED', 'DISPUTED') AND (n9."kind" IN (
        SELECT "value" FROM json_each(?7)
      )) IS NOT TRUE
    ) ORDER BY n7."id" ASC LIMIT ?9
  ) q7
), (
  SELECT json_group_array(json_array(q10.c0)) FROM (
    SELECT n10."id" AS c0 FROM "n_Actor" n10 WHERE EXISTS (
      SELECT 1 FROM "r_PARTICIPATED_IN" r11 WHERE r11."$src" = n10."$key" AND r11."standing" IN ('ASSERTED', 'DISPUTED')
    ) ORDER BY n10."id" ASC LIMIT ?11
  ) q10
), (
  SELECT json_group_array(json_array(q13.c0)) FROM (
    SELECT n13."id" AS c0 FROM "n_Actor" n13 WHERE NOT EXISTS (
      SELECT 1 FROM "r_PARTICIPATED_IN" r14 WHERE r14."$src" = n13."$key" AND r14."standing" IN ('ASSERTED', 'DISPUTED')
    ) AND NOT EXISTS (
      SELECT 1 FROM "r_PARTICIPATED_IN" r16 CROSS JOIN "n_Event" n17 ON n17."$key" = r16."$dst" WHERE r16."$src" = n13."$key" AND r16."standing" IN ('ASSERTED', 'DISPUTED') AND n17."kind" IS NOT ?12
    ) ORDER BY n13."id" ASC LIMIT ?14
  ) q13
))
