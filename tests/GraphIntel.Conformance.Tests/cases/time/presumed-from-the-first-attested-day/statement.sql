SELECT json_array((
  SELECT json_array((
    SELECT json_group_array(json_array(q3.c0)) FROM (
      SELECT n3."id" AS c0 FROM "r_CONTROLS" r2 CROSS JOIN "n_Actor" n3 ON n3."$key" = r2."$src" WHERE r2."$dst" = n1."$key" AND (coalesce(r2."from", r2."attestedFrom") IS NULL OR coalesce(r2."from", r2."attestedFrom") <= ?2) AND (r2."until" IS NULL OR r2."until" > ?2) AND r2."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY n3."id" ASC, r2."id" ASC LIMIT ?4
    ) q3
  ), (
    SELECT json_group_array(json_array(q5.c0)) FROM (
      SELECT n5."id" AS c0 FROM "r_CONTROLS" r4 CROSS JOIN "n_Actor" n5 ON n5."$key" = r4."$src" WHERE r4."$dst" = n1."$key" AND (coalesce(r4."from", r4."attestedFrom") IS NULL OR coalesce(r4."from", r4."attestedFrom") <= ?5) AND (r4."until" IS NULL OR r4."until" > ?5) AND r4."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY n5."id" ASC, r4."id" ASC LIMIT ?7
    ) q5
  ), (
    SELECT json_group_array(json_array(q7.c0)) FROM (
      SELECT n7."id" AS c0 FROM "r_CONTROLS" r6 CROSS JOIN "n_Actor" n7 ON n7."$key" = r6."$src" WHERE r6."$dst" = n1."$key" AND (coalesce(r6."from", r6."attestedFrom") IS NULL OR coalesce(r6."from", r6."attestedFrom") <= ?8) AND (r6."until" IS NULL OR r6."until" > ?8) AND r6."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY n7."id" ASC, r6."id" ASC LIMIT ?10
    ) q7
  ), (
    SELECT json_group_array(json_array(q9.c0)) FROM (
      SELECT n9."id" AS c0 FROM "r_CONTROLS" r8 CROSS JOIN "n_Actor" n9 ON n9."$key" = r8."$src" WHERE r8."$dst" = n1."$key" AND (r8."from" IS NULL OR r8."from" <= ?11) AND (r8."until" IS NULL OR r8."until" > ?11) AND r8."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY n9."id" ASC, r8."id" ASC LIMIT ?13
    ) q9
  ), (
    SELECT json_group_array(json_array(q11.c0)) FROM (
      SELECT n11."id" AS c0 FROM "r_CONTROLS" r10 CROSS JOIN "n_Actor" n11 ON n11."$key" = r10."$src" WHERE r10."$dst" = n1."$key" AND (coalesce(r10."from", r10."attestedFrom") IS NULL OR coalesce(r10."from", r10."attestedFrom") < ?14) AND (coalesce(r10."from", r10."attestedFrom") >= r10."until") IS NOT TRUE AND r10."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY n11."id" ASC, r10."id" ASC LIMIT ?16
    ) q11
  ), (
    SELECT json_group_array(json_array(q13.c0)) FROM (
      SELECT n13."id" AS c0 FROM "r_CONTROLS" r12 CROSS JOIN "n_Actor" n13 ON n13."$key" = r12."$src" WHERE r12."$dst" = n1."$key" AND (coalesce(r12."from", r12."attestedFrom") IS NULL OR coalesce(r12."from", r12."attestedFrom") < ?17) AND (coalesce(r12."from", r12."attestedFrom") >= r12."until") IS NOT TRUE AND r12."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY n13."id" ASC, r12."id" ASC LIMIT ?19
    ) q13
  )) FROM "n_Place" n1 WHERE n1."id" = ?1
), (
  SELECT json_array((
    SELECT json_group_array(json_array(q16.c0)) FROM (
      SELECT n16."id" AS c0 FROM "r_CONTROLS" r15 CROSS JOIN "n_Actor" n16 ON n16."$key" = r15."$src" WHERE r15."$dst" = n14."$key" AND (coalesce(r15."from", r15."attestedFrom") IS NULL OR coalesce(r15."from", r15."attestedFrom") <= ?21) AND (r15."until" IS NULL OR r15."until" > ?21) AND r15."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY n16."id" ASC, r15."id" ASC LIMIT ?23
    ) q16
  )) FROM "n_Place" n14 WHERE n14."id" = ?20
))
