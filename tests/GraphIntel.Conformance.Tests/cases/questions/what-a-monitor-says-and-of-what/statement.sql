SELECT json_array((
  SELECT json_array((
    SELECT count(*) FROM "r_MADE_BY" r2 WHERE r2."$dst" = n1."$key"
  ), (
    SELECT json_group_array(json_array(CASE substr(q3.c0, 1, instr(q3.c0, ':')) WHEN 'actor:' THEN (
      SELECT json_array(0, n4."id", n4."name") FROM "n_Actor" n4 WHERE n4."id" = q3.c0
    ) WHEN 'place:' THEN (
      SELECT json_array(1, n5."id", n5."name") FROM "n_Place" n5 WHERE n5."id" = q3.c0
    ) WHEN 'madeIn:' THEN (
      SELECT json_array(2, ('madeIn:' || (
        SELECT "id" FROM "n_Claim" WHERE "$key" = r6."$src"
      ) || '>' || (
        SELECT "id" FROM "n_Report" WHERE "$key" = r6."$dst"
      ))) FROM "n_Claim" r6s CROSS JOIN "n_Report" r6t CROSS JOIN "r_MADE_IN" r6 WHERE r6s."id" = substr(q3.c0, 8, instr(q3.c0, '>') - 8) AND r6t."id" = substr(q3.c0, instr(q3.c0, '>') + 1) AND r6."$src" = r6s."$key" AND r6."$dst" = r6t."$key"
    ) WHEN 'event:' THEN (
      SELECT json_array(3, n7."id", n7."title", n7."start") FROM "n_Event" n7 WHERE n7."id" = q3.c0
    ) WHEN 'participation:' THEN (
      SELECT json_array(4, r8."id", r8."role", (
        SELECT json_array(n9."name") FROM "n_Actor" n9 WHERE n9."$key" = r8."$src"
      )) FROM "r_PARTICIPATED_IN" r8 WHERE r8."id" = q3.c0
    ) WHEN 'partOfEvent:' THEN (
      SELECT json_array(5, ('partOfEvent:' || (
        SELECT "id" FROM "n_Event" WHERE "$key" = r10."$src"
      ) || '>' || (
        SELECT "id" FROM "n_Event" WHERE "$key" = r10."$dst"
      ))) FROM "n_Event" r10s CROSS JOIN "n_Event" r10t CROSS JOIN "r_PART_OF_EVENT" r10 WHERE r10s."id" = substr(q3.c0, 13, instr(q3.c0, '>') - 13) AND r10t."id" = substr(q3.c0, instr(q3.c0, '>') + 1) AND r10."$src" = r10s."$key" AND +r10."$dst" = r10t."$key"
    ) WHEN 'reportedIn:' THEN (
      SELECT json_array(6, ('reportedIn:' || (
        SELECT "id" FROM "n_Event" WHERE "$key" = r11."$src"
      ) || '>' || (
        SELECT "id" FROM "n_Report" WHERE "$key" = r11."$dst"
      ))) FROM "n_Event" r11s CROSS JOIN "n_Report" r11t CROSS JOIN "r_REPORTED_IN" r11 WHERE r11s."id" = substr(q3.c0, 12, instr(q3.c0, '>') - 12) AND r11t."id" = substr(q3.c0, instr(q3.c0, '>') + 1) AND r11."$src" = r11s."$key" AND +r11."$dst" = r11t."$key"
    ) WHEN 'publishedBy:' THEN (
      SELECT json_array(7, ('publishedBy:' || (
        SELECT "id" FROM "n_Report" WHERE "$key" = r12."$src"
      ) || '>' || (
        SELECT "id" FROM "n_Source" WHERE "$key" = r12."$dst"
      ))) FROM "n_Report" r12s CROSS JOIN "n_Source" r12t CROSS JOIN "r_PUBLISHED_BY" r12 WHERE r12s."id" = substr(q3.c0, 13, instr(q3.c0, '>') - 13) AND r12t."id" = substr(q3.c0, instr(q3.c0, '>') + 1) AND r12."$src" = r12s."$key" AND r12."$dst" = r12t."$key"
    ) WHEN 'madeBy:' THEN (
      SELECT json_array(8, ('madeBy:' || (
        SELECT "id" FROM "n_Claim" WHERE "$key" = r13."$src"
      ) || '>' || (
        SELECT "id" FROM "n_Source" WHERE "$key" = r13."$dst"
      ))) FROM "n_Claim" r13s CROSS JOIN "n_Source" r13t CROSS JOIN "r_MADE_BY" r13 WHERE r13s."id" = substr(q3.c0, 8, instr(q3.c0, '>') - 8) AND r13t."id" = substr(q3.c0, instr(q3.c0, '>') + 1) AND r13."$src" = r13s."$key" AND r13."$dst" = r13t."$key"
    ) WHEN 'partOf:' THEN (
      SELECT json_array(9, ('partOf:' || (
        SELECT "id" FROM "n_Place" WHERE "$key" = r14."$src"
      ) || '>' || (
        SELECT "id" FROM "n_Place" WHERE "$key" = r14."$dst"
      ))) FROM "n_Place" r14s CROSS JOIN "n_Place" r14t CROSS JOIN "r_PART_OF" r14 WHERE r14s."id" = substr(q3.c0, 8, instr(q3.c0, '>') - 8) AND r14t."id" = substr(q3.c0, instr(q3.c0, '>') + 1) AND r14."$src" = r14s."$key" AND r14."$dst" = r14t."$key"
    ) WHEN 'liesIn:' THEN (
      SELECT json_array(10, ('liesIn:' || (
        SELECT "id" FROM "n_Place" WHERE "$key" = r15."$src"
      ) || '>' || (
        SELECT "id" FROM "n_Place" WHERE "$key" = r15."$dst"
      ))) FROM "n_Place" r15s CROSS JOIN "n_Place" r15t CROSS JOIN "r_LIES_IN" r15 WHERE r15s."id" = substr(q3.c0, 8, instr(q3.c0, '>') - 8) AND r15t."id" = substr(q3.c0, instr(q3.c0, '>') + 1) AND r15."$src" = r15s."$key" AND r15."$dst" = r15t."$key"
    ) WHEN 'borders:' THEN (
      SELECT json_array(11, ('borders:' || (
        SELECT "id" FROM "n_Place" WHERE "$key" = r16."$src"
      ) || '>' || (
        SELECT "id" FROM "n_Place" WHERE "$key" = r16."$dst"
      ))) FROM "n_Place" r16s CROSS JOIN "n_Place" r16t CROSS JOIN "r_BORDERS" r16 WHERE r16s."id" = substr(q3.c0, 9, instr(q3.c0, '>') - 9) AND r16t."id" = substr(q3.c0, instr(q3.c0, '>') + 1) AND r16."$src" = r16s."$key" AND r16."$dst" = r16t."$key"
    ) WHEN 'occurredAt:' THEN (
      SELECT json_array(12, ('occurredAt:' || (
        SELECT "id" FROM "n_Event" WHERE "$key" = r17."$src"
      ) || '>' || (
        SELECT "id" FROM "n_Place" WHERE "$key" = r17."$dst"
      ))) FROM "n_Event" r17s CROSS JOIN "n_Place" r17t CROSS JOIN "r_OCCURRED_AT" r17 WHERE r17s."id" = substr(q3.c0, 12, instr(q3.c0, '>') - 12) AND r17t."id" = substr(q3.c0, instr(q3.c0, '>') + 1) AND r17."$src" = r17s."$key" AND r17."$dst" = r17t."$key"
    ) WHEN 'control:' THEN (
      SELECT json_array(13, r18."id") FROM "r_CONTROLS" r18 WHERE r18."id" = q3.c0
    ) WHEN 'backing:' THEN (
      SELECT json_array(14, r19."id") FROM "r_BACKS" r19 WHERE r19."id" = q3.c0
    ) WHEN 'membership:' THEN (
      SELECT json_array(15, r20."id") FROM "r_MEMBER_OF" r20 WHERE r20."id" = q3.c0
    ) WHEN 'succeeds:' THEN (
      SELECT json_array(16, ('succeeds:' || (
        SELECT "id" FROM "n_Actor" WHERE "$key" = r21."$src"
      ) || '>' || (
        SELECT "id" FROM "n_Actor" WHERE "$key" = r21."$dst"
      ))) FROM "n_Actor" r21s CROSS JOIN "n_Actor" r21t CROSS JOIN "r_SUCCEEDS" r21 WHERE r21s."id" = substr(q3.c0, 10, instr(q3.c0, '>') - 10) AND r21t."id" = substr(q3.c0, instr(q3.c0, '>') + 1) AND r21."$src" = r21s."$key" AND r21."$dst" = r21t."$key"
    ) WHEN 'basedIn:' THEN (
      SELECT json_array(17, ('basedIn:' || (
        SELECT "id" FROM "n_Actor" WHERE "$key" = r22."$src"
      ) || '>' || (
        SELECT "id" FROM "n_Place" WHERE "$key" = r22."$dst"
      ))) FROM "n_Actor" r22s CROSS JOIN "n_Place" r22t CROSS JOIN "r_BASED_IN" r22 WHERE r22s."id" = substr(q3.c0, 9, instr(q3.c0, '>') - 9) AND r22t."id" = substr(q3.c0, instr(q3.c0, '>') + 1) AND r22."$src" = r22s."$key" AND r22."$dst" = r22t."$key"
    ) WHEN 'voiceOf:' THEN (
      SELECT json_array(18, ('voiceOf:' || (
        SELECT "id" FROM "n_Source" WHERE "$key" = r23."$src"
      ) || '>' || (
        SELECT "id" FROM "n_Actor" WHERE "$key" = r23."$dst"
      ))) FROM "n_Source" r23s CROSS JOIN "n_Actor" r23t CROSS JOIN "r_VOICE_OF" r23 WHERE r23s."id" = substr(q3.c0, 9, instr(q3.c0, '>') - 9) AND r23t."id" = substr(q3.c0, instr(q3.c0, '>') + 1) AND r23."$src" = r23s."$key" AND r23."$dst" = r23t."$key"
    ) END)) FROM (
      SELECT n3."about" AS c0 FROM "r_MADE_BY" r2 CROSS JOIN "n_Claim" n3 ON n3."$key" = r2."$src" WHERE r2."$dst" = n1."$key" ORDER BY n3."about" DESC, n3."id" DESC LIMIT ?3
    ) q3
  )) FROM "n_Source" n1 WHERE n1."id" = ?1
))
