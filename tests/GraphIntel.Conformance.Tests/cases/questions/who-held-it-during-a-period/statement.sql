SELECT json_array((
  SELECT json_array((
    SELECT json_group_array(json_array(q3.c0)) FROM (
      SELECT n3."id" AS c0 FROM "r_CONTROLS" r2 CROSS JOIN "n_Actor" n3 ON n3."$key" = r2."$src" WHERE r2."$dst" = n1."$key" AND (coalesce(r2."from", r2."attestedFrom") IS NULL OR coalesce(r2."from", r2."attestedFrom") < ?3) AND (r2."until" IS NULL OR r2."until" > ?2) AND (coalesce(r2."from", r2."attestedFrom") >= r2."until") IS NOT TRUE AND r2."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY n3."id" ASC, r2."id" ASC LIMIT ?5
    ) q3
  ), (
    SELECT json_group_array(json_array(q5.c0)) FROM (
      SELECT n5."id" AS c0 FROM "r_CONTROLS" r4 CROSS JOIN "n_Actor" n5 ON n5."$key" = r4."$src" WHERE r4."$dst" = n1."$key" AND (coalesce(r4."from", r4."attestedFrom") IS NULL OR coalesce(r4."from", r4."attestedFrom") < ?7) AND (r4."until" IS NULL OR r4."until" > ?6) AND (coalesce(r4."from", r4."attestedFrom") >= r4."until") IS NOT TRUE AND r4."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY n5."id" ASC, r4."id" ASC LIMIT ?9
    ) q5
  ), (
    SELECT json_group_array(json_array(q7.c0)) FROM (
      SELECT n7."id" AS c0 FROM "r_CONTROLS" r6 CROSS JOIN "n_Actor" n7 ON n7."$key" = r6."$src" WHERE r6."$dst" = n1."$key" AND (r6."until" IS NULL OR r6."until" > ?10) AND (coalesce(r6."from", r6."attestedFrom") >= r6."until") IS NOT TRUE AND r6."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY n7."id" ASC, r6."id" ASC LIMIT ?12
    ) q7
  ), (
    SELECT json_group_array(json_array(q9.c0)) FROM (
      SELECT n9."id" AS c0 FROM "r_CONTROLS" r8 CROSS JOIN "n_Actor" n9 ON n9."$key" = r8."$src" WHERE r8."$dst" = n1."$key" AND (coalesce(r8."from", r8."attestedFrom") IS NULL OR coalesce(r8."from", r8."attestedFrom") < ?13) AND (coalesce(r8."from", r8."attestedFrom") >= r8."until") IS NOT TRUE AND r8."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY n9."id" ASC, r8."id" ASC LIMIT ?15
    ) q9
  ), (
    SELECT json_group_array(json_array(q11.c0)) FROM (
      SELECT n11."id" AS c0 FROM "r_CONTROLS" r10 CROSS JOIN "n_Actor" n11 ON n11."$key" = r10."$src" WHERE r10."$dst" = n1."$key" AND (coalesce(r10."from", r10."attestedFrom") >= r10."until") IS NOT TRUE AND r10."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY n11."id" ASC, r10."id" ASC LIMIT ?17
    ) q11
  )) FROM "n_Place" n1 WHERE n1."id" = ?1
))
