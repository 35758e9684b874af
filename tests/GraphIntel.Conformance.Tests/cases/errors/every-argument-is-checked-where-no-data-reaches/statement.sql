SELECT json_array((
  SELECT json_array((
    SELECT json_group_array(json_array((
      SELECT count(*) FROM (
        SELECT 1 FROM "r_BACKS" r4 WHERE r4."$src" = q3.c0 AND r4."standing" IN ('ASSERTED', 'DISPUTED') LIMIT ?6
      )
    ))) FROM (
      SELECT r2."$dst" AS c0 FROM "r_BACKS" r2 CROSS JOIN "n_Actor" n3 ON n3."$key" = r2."$dst" WHERE r2."$src" = n1."$key" AND r2."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY n3."id" ASC, r2."id" ASC LIMIT ?3
    ) q3
  ), (
    SELECT count(*) FROM "r_CONTROLS" r6 WHERE r6."$src" = n1."$key" AND (r6."from" IS NULL OR r6."from" < ?8) AND (r6."until" IS NULL OR r6."until" > ?7) AND r6."standing" IN ('ASSERTED', 'DISPUTED')
  ), (
    SELECT json_group_array(json_array(q9.c0)) FROM (
      SELECT n9."id" AS c0 FROM "r_PARTICIPATED_IN" r8 CROSS JOIN "n_Event" n9 ON n9."$key" = r8."$dst" WHERE r8."$src" = n1."$key" AND r8."standing" IN ('ASSERTED', 'DISPUTED') AND n9."id" >= ?13 AND (n9."id" > ?13 OR n9."id" = ?13 AND (r8."id" > ?14)) ORDER BY n9."id" ASC, r8."id" ASC LIMIT ?12
    ) q9
  )) FROM "n_Actor" n1 WHERE n1."id" = ?1
))
