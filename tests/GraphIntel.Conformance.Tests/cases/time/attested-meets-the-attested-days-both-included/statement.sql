SELECT json_array((
  SELECT json_array((
    SELECT json_group_array(json_array(q3.c0)) FROM (
      SELECT n3."id" AS c0 FROM "r_CONTROLS" r2 CROSS JOIN "n_Actor" n3 ON n3."$key" = r2."$src" WHERE r2."$dst" = n1."$key" AND (r2."from" IS NULL OR r2."from" <= ?2) AND (r2."until" IS NULL OR r2."until" > ?2) AND r2."attestedFrom" <= ?2 AND r2."attestedUntil" >= ?2 AND r2."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY n3."id" ASC, r2."id" ASC LIMIT ?4
    ) q3
  ), (
    SELECT json_group_array(json_array(q5.c0)) FROM (
      SELECT n5."id" AS c0 FROM "r_CONTROLS" r4 CROSS JOIN "n_Actor" n5 ON n5."$key" = r4."$src" WHERE r4."$dst" = n1."$key" AND (r4."from" IS NULL OR r4."from" <= ?5) AND (r4."until" IS NULL OR r4."until" > ?5) AND r4."attestedFrom" <= ?5 AND r4."attestedUntil" >= ?5 AND r4."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY n5."id" ASC, r4."id" ASC LIMIT ?7
    ) q5
  ), (
    SELECT json_group_array(json_array(q7.c0)) FROM (
      SELECT n7."id" AS c0 FROM "r_CONTROLS" r6 CROSS JOIN "n_Actor" n7 ON n7."$key" = r6."$src" WHERE r6."$dst" = n1."$key" AND (r6."from" IS NULL OR r6."from" < ?9) AND (r6."until" IS NULL OR r6."until" > ?8) AND r6."attestedFrom" < ?9 AND r6."attestedUntil" >= ?8 AND r6."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY n7."id" ASC, r6."id" ASC LIMIT ?11
    ) q7
  ), (
    SELECT json_group_array(json_array(q9.c0)) FROM (
      SELECT n9."id" AS c0 FROM "r_CONTROLS" r8 CROSS JOIN "n_Actor" n9 ON n9."$key" = r8."$src" WHERE r8."$dst" = n1."$key" AND (r8."from" IS NULL OR r8."from" < ?13) AND (r8."until" IS NULL OR r8."until" > ?12) AND r8."attestedFrom" < ?13 AND r8."attestedUntil" >= ?12 AND r8."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY n9."id" ASC, r8."id" ASC LIMIT ?15
    ) q9
  ), (
    SELECT json_group_array(json_array(q11.c0)) FROM (
      SELECT n11."id" AS c0 FROM "r_CONTROLS" r10 CROSS JOIN "n_Actor" n11 ON n11."$key" = r10."$src" WHERE r10."$dst" = n1."$key" AND (r10."until" IS NULL OR r10."until" > ?16) AND r10."attestedFrom" IS NOT NULL AND r10."attestedUntil" >= ?16 AND r10."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY n11."id" ASC, r10."id" ASC LIMIT ?18
    ) q11
  ), (
    SELECT json_group_array(json_array(q13.c0)) FROM (
      SELECT n13."id" AS c0 FROM "r_CONTROLS" r12 CROSS JOIN "n_Actor" n13 ON n13."$key" = r12."$src" WHERE r12."$dst" = n1."$key" AND r12."attestedFrom" IS NOT NULL AND r12."attestedUntil" IS NOT NULL AND r12."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY n13."id" ASC, r12."id" ASC LIMIT ?20
    ) q13
  ), (
    SELECT json_group_array(json_array(q15.c0)) FROM (
      SELECT n15."id" AS c0 FROM "r_CONTROLS" r14 CROSS JOIN "n_Actor" n15 ON n15."$key" = r14."$src" WHERE r14."$dst" = n1."$key" AND r14."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY n15."id" ASC, r14."id" ASC LIMIT ?22
    ) q15
  )) FROM "n_Place" n1 WHERE n1."id" = ?1
))
