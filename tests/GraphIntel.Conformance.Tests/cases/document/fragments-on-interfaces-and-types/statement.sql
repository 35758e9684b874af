SELECT json_array((
  SELECT json_array(n1."id", n1."name", n1."name") FROM "n_Actor" n1 WHERE n1."id" = ?1
), (
  SELECT json_group_array(CASE substr(l2."value", 1, instr(l2."value", ':')) WHEN 'actor:' THEN (
    SELECT json_array(0, n3."name") FROM "n_Actor" n3 WHERE n3."id" = l2."value"
  ) WHEN 'place:' THEN (
    SELECT json_array(1, n4."name") FROM "n_Place" n4 WHERE n4."id" = l2."value"
  ) WHEN 'claim:' THEN (
    SELECT json_array(2) FROM "n_Claim" n5 WHERE n5."id" = l2."value"
  ) WHEN 'source:' THEN (
    SELECT json_array(3) FROM "n_Source" n6 WHERE n6."id" = l2."value"
  ) WHEN 'report:' THEN (
    SELECT json_array(4) FROM "n_Report" n7 WHERE n7."id" = l2."value"
  ) WHEN 'madeIn:' THEN (
    SELECT json_array(5, (
      SELECT json_array() FROM "n_Claim" n9 WHERE n9."$key" = r8."$src"
    )) FROM "n_Claim" r8s CROSS JOIN "n_Report" r8t CROSS JOIN "r_MADE_IN" r8 WHERE r8s."id" = substr(l2."value", 8, instr(l2."value", '>') - 8) AND r8t."id" = substr(l2."value", instr(l2."value", '>') + 1) AND r8."$src" = r8s."$key" AND r8."$dst" = r8t."$key"
  ) WHEN 'event:' THEN (
    SELECT json_array(6) FROM "n_Event" n10 WHERE n10."id" = l2."value"
  ) WHEN 'participation:' THEN (
    SELECT json_array(7, (
      SELECT json_array(n12."name") FROM "n_Actor" n12 WHERE n12."$key" = r11."$src"
    )) FROM "r_PARTICIPATED_IN" r11 WHERE r11."id" = l2."value"
  ) WHEN 'partOfEvent:' THEN (
    SELECT json_array(8, (
      SELECT json_array() FROM "n_Event" n14 WHERE n14."$key" = r13."$src"
    )) FROM "n_Event" r13s CROSS JOIN "n_Event" r13t CROSS JOIN "r_PART_OF_EVENT" r13 WHERE r13s."id" = substr(l2."value", 13, instr(l2."value", '>') - 13) AND r13t."id" = substr(l2."value", instr(l2."value", '>') + 1) AND r13."$src" = r13s."$key" AND +r13."$dst" = r13t."$key"
  ) WHEN 'reportedIn:' THEN (
    SELECT json_array(9, (
      SELECT json_array() FROM "n_Event" n16 WHERE n16."$key" = r15."$src"
    )) FROM "n_Event" r15s CROSS JOIN "n_Report" r15t CROSS JOIN "r_REPORTED_IN" r15 WHERE r15s."id" = substr(l2."value", 12, instr(l2."value", '>') - 12) AND r15t."id" = substr(l2."value", instr(l2."value", '>') + 1) AND r15."$src" = r15s."$key" AND +r15."$dst" = r15t."$key"
  ) WHEN 'publishedBy:' THEN (
    SELECT json_array(10, (
      SELECT json_array() FROM "n_Report" n18 WHERE n18."$key" = r17."$src"
    )) FROM "n_Report" r17s CROSS JOIN "n_Source" r17t CROSS JOIN "r_PUBLISHED_BY" r17 WHERE r17s."id" = substr(l2."value", 13, instr(l2."value", '>') - 13) AND r17t."id" = substr(l2."value", instr(l2."value", '>') + 1) AND r17."$src" = r17s."$key" AND r17."$dst" = r17t."$key"
  ) WHEN 'madeBy:' THEN (
    SELECT json_array(11, (
      SELECT json_array() FROM "n_Claim" n20 WHERE n20."$key" = r19."$src"
    )) FROM "n_Claim" r19s CROSS JOIN "n_Source" r19t CROSS JOIN "r_MADE_BY" r19 WHERE r19s."id" = substr(l2."value", 8, instr(l2."value", '>') - 8) AND r19t."id" = substr(l2."value", instr(l2."value", '>') + 1) AND r19."$src" = r19s."$key" AND r19."$dst" = r19t."$key"
  ) WHEN 'partOf:' THEN (
    SELECT json_array(12, (
      SELECT json_array(n22."name") FROM "n_Place" n22 WHERE n22."$key" = r21."$src"
    )) FROM "n_Place" r21s CROSS JOIN "n_Place" r21t CROSS JOIN "r_PART_OF" r21 WHERE r21s."id" = substr(l2."value", 8, instr(l2."value", '>') - 8) AND r21t."id" = substr(l2."value", instr(l2."value", '>') + 1) AND r21."$src" = r21s."$key" AND r21."$dst" = r21t."$key"
  ) WHEN 'liesIn:' THEN (
    SELECT json_array(13, (
      SELECT json_array(n24."name") FROM "n_Place" n24 WHERE n24."$key" = r23."$src"
    )) FROM "n_Place" r23s CROSS JOIN "n_Place" r23t CROSS JOIN "r_LIES_IN" r23 WHERE r23s."id" = substr(l2."value", 8, instr(l2."value", '>') - 8) AND r23t."id" = substr(l2."value", instr(l2."value", '>') + 1) AND r23."$src" = r23s."$key" AND r23."$dst" = r23t."$key"
  ) WHEN 'borders:' THEN (
    SELECT json_array(14, (
      SELECT json_array(n26."name") FROM "n_Place" n26 WHERE n26."$key" = r25."$src"
    )) FROM "n_Place" r25s CROSS JOIN "n_Place" r25t CROSS JOIN "r_BORDERS" r25 WHERE r25s."id" = substr(l2."value", 9, instr(l2."value", '>') - 9) AND r25t."id" = substr(l2."value", instr(l2."value", '>') + 1) AND r25."$src" = r25s."$key" AND r25."$dst" = r25t."$key"
  ) WHEN 'occurredAt:' THEN (
    SELECT json_array(15, (
      SELECT json_array() FROM "n_Event" n28 WHERE n28."$key" = r27."$src"
    )) FROM "n_Event" r27s CROSS JOIN "n_Place" r27t CROSS JOIN "r_OCCURRED_AT" r27 WHERE r27s."id" = substr(l2."value", 12, instr(l2."value", '>') - 12) AND r27t."id" = substr(l2."value", instr(l2."value", '>') + 1) AND r27."$src" = r27s."$key" AND r27."$dst" = r27t."$key"
  ) WHEN 'control:' THEN (
    SELECT json_array(16, (
      SELECT json_array(n30."name") FROM "n_Actor" n30 WHERE n30."$key" = r29."$src"
    )) FROM "r_CONTROLS" r29 WHERE r29."id" = l2."value"
  ) WHEN 'backing:' THEN (
    SELECT json_array(17, CASE WHEN json_valid(r31."kinds") THEN json(r31."kinds") ELSE r31."kinds" END, (
      SELECT json_array(n32."name") FROM "n_Actor" n32 WHERE n32."$key" = r31."$dst"
    ), (
      SELECT json_array(n33."name") FROM "n_Actor" n33 WHERE n33."$key" = r31."$src"
    )) FROM "r_BACKS" r31 WHERE r31."id" = l2."value"
  ) WHEN 'membership:' THEN (
    SELECT json_array(18, (
      SELECT json_array(n35."name") FROM "n_Actor" n35 WHERE n35."$key" = r34."$src"
    )) FROM "r_MEMBER_OF" r34 WHERE r34."id" = l2."value"
  ) WHEN 'succeeds:' THEN (
    SELECT json_array(19, (
      SELECT json_array(n37."name") FROM "n_Actor" n37 WHERE n37."$key" = r36."$src"
    )) FROM "n_Actor" r36s CROSS JOIN "n_Actor" r36t CROSS JOIN "r_SUCCEEDS" r36 WHERE r36s."id" = substr(l2."value", 10, instr(l2."value", '>') - 10) AND r36t."id" = substr(l2."value", instr(l2."value", '>') + 1) AND r36."$src" = r36s."$key" AND r36."$dst" = r36t."$key"
  ) WHEN 'basedIn:' THEN (
    SELECT json_array(20, (
      SELECT json_array(n39."name") FROM "n_Actor" n39 WHERE n39."$key" = r38."$src"
    )) FROM "n_Actor" r38s CROSS JOIN "n_Place" r38t CROSS JOIN "r_BASED_IN" r38 WHERE r38s."id" = substr(l2."value", 9, instr(l2."value", '>') - 9) AND r38t."id" = substr(l2."value", instr(l2."value", '>') + 1) AND r38."$src" = r38s."$key" AND r38."$dst" = r38t."$key"
  ) WHEN 'voiceOf:' THEN (
    SELECT json_array(21, (
      SELECT json_array() FROM "n_Source" n41 WHERE n41."$key" = r40."$src"
    )) FROM "n_Source" r40s CROSS JOIN "n_Actor" r40t CROSS JOIN "r_VOICE_OF" r40 WHERE r40s."id" = substr(l2."value", 9, instr(l2."value", '>') - 9) AND r40t."id" = substr(l2."value", instr(l2."value", '>') + 1) AND r40."$src" = r40s."$key" AND r40."$dst" = r40t."$key"
  ) END) FROM json_each(?2) l2
))
