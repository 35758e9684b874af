SELECT json_array((
  SELECT json_array((
    SELECT json_group_array(json_array(q3.c0)) FROM (
      SELECT n3."id" AS c0 FROM "r_CONTROLS" r2 CROSS JOIN "n_Place" n3 ON n3."$key" = r2."$dst" WHERE r2."$src" = n1."$key" AND r2."standing" IN ('ASSERTED', 'DISPUTED') AND r2."from" IS NULL ORDER BY n3."id" ASC, r2."id" ASC LIMIT ?3
    ) q3
  )) FROM "n_Actor" n1 WHERE n1."id" = ?1
), (
  SELECT json_array((
    SELECT json_group_array(json_array(q6.c0)) FROM (
      SELECT n6."id" AS c0 FROM "r_CONTROLS" r5 CROSS JOIN "n_Place" n6 ON n6."$key" = r5."$dst" WHERE r5."$src" = n4."$key" AND r5."standing" IN ('ASSERTED', 'DISPUTED') AND r5."from" IS NOT NULL ORDER BY n6."id" ASC, r5."id" ASC LIMIT ?6
    ) q6
  )) FROM "n_Actor" n4 WHERE n4."id" = ?4
), (
  SELECT json_array((
    SELECT count(*) FROM "r_CONTROLS" r8 WHERE r8."$src" = n7."$key" AND r8."standing" IN ('ASSERTED', 'DISPUTED') AND r8."from" IS NOT ?8
  )) FROM "n_Actor" n7 WHERE n7."id" = ?7
), (
  SELECT json_array((
    SELECT json_group_array(json_array(q12.c0)) FROM (
      SELECT n12."id" AS c0 FROM "r_CONTROLS" r11 CROSS JOIN "n_Place" n12 ON n12."$key" = r11."$dst" WHERE r11."$src" = n10."$key" AND r11."standing" IN ('ASSERTED', 'DISPUTED') AND r11."until" <= ?12 ORDER BY n12."id" ASC, r11."id" ASC LIMIT ?14
    ) q12
  )) FROM "n_Actor" n10 WHERE n10."id" = ?11
))
