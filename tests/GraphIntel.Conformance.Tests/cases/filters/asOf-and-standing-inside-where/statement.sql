SELECT json_array((
  SELECT json_group_array(json_array(q1.c0)) FROM (
    SELECT n1."id" AS c0 FROM "n_Actor" n1 WHERE EXISTS (
      SELECT 1 FROM "n_Actor" n3 CROSS JOIN "r_BACKS" r2 ON n3."$key" = r2."$dst" WHERE r2."$src" = n1."$key" AND r2."standing" IN ('ASSERTED', 'DISPUTED') AND n3."id" = ?1
    ) ORDER BY n1."id" ASC LIMIT ?3
  ) q1
), (
  SELECT json_group_array(json_array(q4.c0)) FROM (
    SELECT n4."id" AS c0 FROM "n_Actor" n4 WHERE EXISTS (
      SELECT 1 FROM "n_Actor" n6 CROSS JOIN "r_BACKS" r5 ON n6."$key" = r5."$dst" WHERE r5."$src" = n4."$key" AND r5."standing" IN ('DENIED') AND n6."id" = ?4
    ) ORDER BY n4."id" ASC LIMIT ?6
  ) q4
), (
  SELECT json_group_array(json_array(q7.c0)) FROM (
    SELECT n7."id" AS c0 FROM "n_Actor" n7 WHERE EXISTS (
      SELECT 1 FROM "n_Actor" n9 CROSS JOIN "r_BACKS" r8 ON n9."$key" = r8."$dst" WHERE r8."$src" = n7."$key" AND (r8."from" IS NULL OR r8."from" <= ?7) AND (r8."until" IS NULL OR r8."until" > ?7) AND r8."standing" IN ('ASSERTED', 'DISPUTED') AND n9."id" = ?8
    ) ORDER BY n7."id" ASC LIMIT ?10
  ) q7
), (
  SELECT json_group_array(json_array(q10.c0)) FROM (
    SELECT n10."id" AS c0 FROM "n_Actor" n10 WHERE NOT EXISTS (
      SELECT 1 FROM "n_Actor" n12 CROSS JOIN "r_BACKS" r11 ON n12."$key" = r11."$dst" WHERE r11."$src" = n10."$key" AND (r11."from" IS NULL OR r11."from" <= ?11) AND (r11."until" IS NULL OR r11."until" > ?11) AND r11."standing" IN ('ASSERTED', 'DISPUTED') AND n12."id" = ?12
    ) AND n10."kind" = ?13 ORDER BY n10."id" ASC LIMIT ?15
  ) q10
), (
  SELECT json_group_array(json_array(q13.c0)) FROM (
    SELECT n13."id" AS c0 FROM "n_Actor" n13 WHERE EXISTS (
      SELECT 1 FROM "r_BACKS" r14 WHERE r14."$src" = n13."$key" AND r14."standing" IN ('DENIED')
    ) ORDER BY n13."id" ASC LIMIT ?17
  ) q13
), (
  SELECT json_group_array(json_array(q16.c0)) FROM (
    SELECT n16."id" AS c0 FROM "n_Actor" n16 WHERE NOT EXISTS (
      SELECT 1 FROM "r_BACKS" r17 CROSS JOIN "n_Actor" n18 ON n18."$key" = r17."$dst" WHERE r17."$src" = n16."$key" AND r17."standing" IN ('DENIED') AND n18."id" IS NOT ?18
    ) AND n16."kind" = ?19 ORDER BY n16."id" ASC LIMIT ?21
  ) q16
), (
  SELECT count(*) FROM "n_Actor" n19 WHERE EXISTS (
    SELECT 1 FROM "r_BACKS" r20 WHERE r20."$src" = n19."$key" AND r20."standing" IN ()
  )
))
