SELECT json_array((
  SELECT json_array(n1."about", CASE substr(n1."about", 1, instr(n1."about", ':')) WHEN 'actor:' THEN (
    SELECT json_array(0, n2."id", (
      SELECT count(*) FROM "n_Claim" n3 WHERE n3."about" = n2."id"
    ), (
      SELECT json_group_array(json_array((
        SELECT json_array(n5."name") FROM "r_MADE_BY" r4 CROSS JOIN "n_Source" n5 ON n5."$key" = r4."$dst" WHERE r4."$src" = q3.c0
      ))) FROM (
        SELECT n3."$key" AS c0 FROM "n_Claim" n3 WHERE n3."about" = n2."id" ORDER BY n3."id" ASC LIMIT ?3
      ) q3
    )) FROM "n_Actor" n2 WHERE n2."id" = n1."about"
  ) WHEN 'place:' THEN (
    SELECT json_array(1, n6."id", (
      SELECT count(*) FROM "n_Claim" n7 WHERE n7."about" = n6."id"
    ), (
      SELECT json_group_array(json_array((
        SELECT json_array(n9."name") FROM "r_MADE_BY" r8 CROSS JOIN "n_Source" n9 ON n9."$key" = r8."$dst" WHERE r8."$src" = q7.c0
      ))) FROM (
        SELECT n7."$key" AS c0 FROM "n_Claim" n7 WHERE n7."about" = n6."id" ORDER BY n7."id" ASC LIMIT ?5
      ) q7
    )) FROM "n_Place" n6 WHERE n6."id" = n1."about"
  ) WHEN 'madeIn:' THEN (
    SELECT json_array(2, ('madeIn:' || (
      SELECT "id" FROM "n_Claim" WHERE "$key" = r10."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Report" WHERE "$key" = r10."$dst"
    )), (
      SELECT count(*) FROM "n_Claim" n11 WHERE n11."about" = ('madeIn:' || (
        SELECT "id" FROM "n_Claim" WHERE "$key" = r10."$src"
      ) || '>' || (
        SELECT "id" FROM "n_Report" WHERE "$key" = r10."$dst"
      ))
    ), (
      SELECT json_group_array(json_array((
        SELECT json_array(n13."name") FROM "r_MADE_BY" r12 CROSS JOIN "n_Source" n13 ON n13."$key" = r12."$dst" WHERE r12."$src" = q11.c0
      ))) FROM (
        SELECT n11."$key" AS c0 FROM "n_Claim" n11 WHERE n11."about" = ('madeIn:' || (
          SELECT "id" FROM "n_Claim" WHERE "$key" = r10."$src"
        ) || '>' || (
          SELECT "id" FROM "n_Report" WHERE "$key" = r10."$dst"
        )) ORDER BY n11."id" ASC LIMIT ?7
      ) q11
    )) FROM "n_Claim" r10s CROSS JOIN "n_Report" r10t CROSS JOIN "r_MADE_IN" r10 WHERE r10s."id" = substr(n1."about", 8, instr(n1."about", '>') - 8) AND r10t."id" = substr(n1."about", instr(n1."about", '>') + 1) AND r10."$src" = r10s."$key" AND r10."$dst" = r10t."$key"
  ) WHEN 'event:' THEN (
    SELECT json_array(3, n14."id", (
      SELECT count(*) FROM "n_Claim" n15 WHERE n15."about" = n14."id"
    ), (
      SELECT json_group_array(json_array((
        SELECT json_array(n17."name") FROM "r_MADE_BY" r16 CROSS JOIN "n_Source" n17 ON n17."$key" = r16."$dst" WHERE r16."$src" = q15.c0
      ))) FROM (
        SELECT n15."$key" AS c0 FROM "n_Claim" n15 WHERE n15."about" = n14."id" ORDER BY n15."id" ASC LIMIT ?9
      ) q15
    )) FROM "n_Event" n14 WHERE n14."id" = n1."about"
  ) WHEN 'participation:' THEN (
    SELECT json_array(4, r18."id", (
      SELECT count(*) FROM "n_Claim" n19 WHERE n19."about" = r18."id"
    ), (
      SELECT json_group_array(json_array((
        SELECT json_array(n21."name") FROM "r_MADE_BY" r20 CROSS JOIN "n_Source" n21 ON n21."$key" = r20."$dst" WHERE r20."$src" = q19.c0
      ))) FROM (
        SELECT n19."$key" AS c0 FROM "n_Claim" n19 WHERE n19."about" = r18."id" ORDER BY n19."id" ASC LIMIT ?11
      ) q19
    )) FROM "r_PARTICIPATED_IN" r18 WHERE r18."id" = n1."about"
  ) WHEN 'partOfEvent:' THEN (
    SELECT json_array(5, ('partOfEvent:' || (
      SELECT "id" FROM "n_Event" WHERE "$key" = r22."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Event" WHERE "$key" = r22."$dst"
    )), (
      SELECT count(*) FROM "n_Claim" n23 WHERE n23."about" = ('partOfEvent:' || (
        SELECT "id" FROM "n_Event" WHERE "$key" = r22."$src"
      ) || '>' || (
        SELECT "id" FROM "n_Event" WHERE "$key" = r22."$dst"
      ))
    ), (
      SELECT json_group_array(json_array((
        SELECT json_array(n25."name") FROM "r_MADE_BY" r24 CROSS JOIN "n_Source" n25 ON n25."$key" = r24."$dst" WHERE r24."$src" = q23.c0
      ))) FROM (
        SELECT n23."$key" AS c0 FROM "n_Claim" n23 WHERE n23."about" = ('partOfEvent:' || (
          SELECT "id" FROM "n_Event" WHERE "$key" = r22."$src"
        ) || '>' || (
          SELECT "id" FROM "n_Event" WHERE "$key" = r22."$dst"
        )) ORDER BY n23."id" ASC LIMIT ?13
      ) q23
    )) FROM "n_Event" r22s CROSS JOIN "n_Event" r22t CROSS JOIN "r_PART_OF_EVENT" r22 WHERE r22s."id" = substr(n1."about", 13, instr(n1."about", '>') - 13) AND r22t."id" = substr(n1."about", instr(n1."about", '>') + 1) AND r22."$src" = r22s."$key" AND +r22."$dst" = r22t."$key"
  ) WHEN 'reportedIn:' THEN (
    SELECT json_array(6, ('reportedIn:' || (
      SELECT "id" FROM "n_Event" WHERE "$key" = r26."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Report" WHERE "$key" = r26."$dst"
    )), (
      SELECT count(*) FROM "n_Claim" n27 WHERE n27."about" = ('reportedIn:' || (
        SELECT "id" FROM "n_Event" WHERE "$key" = r26."$src"
      ) || '>' || (
        SELECT "id" FROM "n_Report" WHERE "$key" = r26."$dst"
      ))
    ), (
      SELECT json_group_array(json_array((
        SELECT json_array(n29."name") FROM "r_MADE_BY" r28 CROSS JOIN "n_Source" n29 ON n29."$key" = r28."$dst" WHERE r28."$src" = q27.c0
      ))) FROM (
        SELECT n27."$key" AS c0 FROM "n_Claim" n27 WHERE n27."about" = ('reportedIn:' || (
          SELECT "id" FROM "n_Event" WHERE "$key" = r26."$src"
        ) || '>' || (
          SELECT "id" FROM "n_Report" WHERE "$key" = r26."$dst"
        )) ORDER BY n27."id" ASC LIMIT ?15
      ) q27
    )) FROM "n_Event" r26s CROSS JOIN "n_Report" r26t CROSS JOIN "r_REPORTED_IN" r26 WHERE r26s."id" = substr(n1."about", 12, instr(n1."about", '>') - 12) AND r26t."id" = substr(n1."about", instr(n1."about", '>') + 1) AND r26."$src" = r26s."$key" AND +r26."$dst" = r26t."$key"
  ) WHEN 'publishedBy:' THEN (
    SELECT json_array(7, ('publishedBy:' || (
      SELECT "id" FROM "n_Report" WHERE "$key" = r30."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Source" WHERE "$key" = r30."$dst"
    )), (
      SELECT count(*) FROM "n_Claim" n31 WHERE n31."about" = ('publishedBy:' || (
        SELECT "id" FROM "n_Report" WHERE "$key" = r30."$src"
      ) || '>' || (
        SELECT "id" FROM "n_Source" WHERE "$key" = r30."$dst"
      ))
    ), (
      SELECT json_group_array(json_array((
        SELECT json_array(n33."name") FROM "r_MADE_BY" r32 CROSS JOIN "n_Source" n33 ON n33."$key" = r32."$dst" WHERE r32."$src" = q31.c0
      ))) FROM (
        SELECT n31."$key" AS c0 FROM "n_Claim" n31 WHERE n31."about" = ('publishedBy:' || (
          SELECT "id" FROM "n_Report" WHERE "$key" = r30."$src"
        ) || '>' || (
          SELECT "id" FROM "n_Source" WHERE "$key" = r30."$dst"
        )) ORDER BY n31."id" ASC LIMIT ?17
      ) q31
    )) FROM "n_Report" r30s CROSS JOIN "n_Source" r30t CROSS JOIN "r_PUBLISHED_BY" r30 WHERE r30s."id" = substr(n1."about", 13, instr(n1."about", '>') - 13) AND r30t."id" = substr(n1."about", instr(n1."about", '>') + 1) AND r30."$src" = r30s."$key" AND r30."$dst" = r30t."$key"
  ) WHEN 'madeBy:' THEN (
    SELECT json_array(8, ('madeBy:' || (
      SELECT "id" FROM "n_Claim" WHERE "$key" = r34."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Source" WHERE "$key" = r34."$dst"
    )), (
      SELECT count(*) FROM "n_Claim" n35 WHERE n35."about" = ('madeBy:' || (
        SELECT "id" FROM "n_Claim" WHERE "$key" = r34."$src"
      ) || '>' || (
        SELECT "id" FROM "n_Source" WHERE "$key" = r34."$dst"
      ))
    ), (
      SELECT json_group_array(json_array((
        SELECT json_array(n37."name") FROM "r_MADE_BY" r36 CROSS JOIN "n_Source" n37 ON n37."$key" = r36."$dst" WHERE r36."$src" = q35.c0
      ))) FROM (
        SELECT n35."$key" AS c0 FROM "n_Claim" n35 WHERE n35."about" = ('madeBy:' || (
          SELECT "id" FROM "n_Claim" WHERE "$key" = r34."$src"
        ) || '>' || (
          SELECT "id" FROM "n_Source" WHERE "$key" = r34."$dst"
        )) ORDER BY n35."id" ASC LIMIT ?19
      ) q35
    )) FROM "n_Claim" r34s CROSS JOIN "n_Source" r34t CROSS JOIN "r_MADE_BY" r34 WHERE r34s."id" = substr(n1."about", 8, instr(n1."about", '>') - 8) AND r34t."id" = substr(n1."about", instr(n1."about", '>') + 1) AND r34."$src" = r34s."$key" AND r34."$dst" = r34t."$key"
  ) WHEN 'partOf:' THEN (
    SELECT json_array(9, ('partOf:' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = r38."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = r38."$dst"
    )), (
      SELECT count(*) FROM "n_Claim" n39 WHERE n39."about" = ('partOf:' || (
        SELECT "id" FROM "n_Place" WHERE "$key" = r38."$src"
      ) || '>' || (
        SELECT "id" FROM "n_Place" WHERE "$key" = r38."$dst"
      ))
    ), (
      SELECT json_group_array(json_array((
        SELECT json_array(n41."name") FROM "r_MADE_BY" r40 CROSS JOIN "n_Source" n41 ON n41."$key" = r40."$dst" WHERE r40."$src" = q39.c0
      ))) FROM (
        SELECT n39."$key" AS c0 FROM "n_Claim" n39 WHERE n39."about" = ('partOf:' || (
          SELECT "id" FROM "n_Place" WHERE "$key" = r38."$src"
        ) || '>' || (
          SELECT "id" FROM "n_Place" WHERE "$key" = r38."$dst"
        )) ORDER BY n39."id" ASC LIMIT ?21
      ) q39
    )) FROM "n_Place" r38s CROSS JOIN "n_Place" r38t CROSS JOIN "r_PART_OF" r38 WHERE r38s."id" = substr(n1."about", 8, instr(n1."about", '>') - 8) AND r38t."id" = substr(n1."about", instr(n1."about", '>') + 1) AND r38."$src" = r38s."$key" AND r38."$dst" = r38t."$key"
  ) WHEN 'liesIn:' THEN (
    SELECT json_array(10, ('liesIn:' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = r42."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = r42."$dst"
    )), (
      SELECT count(*) FROM "n_Claim" n43 WHERE n43."about" = ('liesIn:' || (
        SELECT "id" FROM "n_Place" WHERE "$key" = r42."$src"
      ) || '>' || (
        SELECT "id" FROM "n_Place" WHERE "$key" = r42."$dst"
      ))
    ), (
      SELECT json_group_array(json_array((
        SELECT json_array(n45."name") FROM "r_MADE_BY" r44 CROSS JOIN "n_Source" n45 ON n45."$key" = r44."$dst" WHERE r44."$src" = q43.c0
      ))) FROM (
        SELECT n43."$key" AS c0 FROM "n_Claim" n43 WHERE n43."about" = ('liesIn:' || (
          SELECT "id" FROM "n_Place" WHERE "$key" = r42."$src"
        ) || '>' || (
          SELECT "id" FROM "n_Place" WHERE "$key" = r42."$dst"
        )) ORDER BY n43."id" ASC LIMIT ?23
      ) q43
    )) FROM "n_Place" r42s CROSS JOIN "n_Place" r42t CROSS JOIN "r_LIES_IN" r42 WHERE r42s."id" = substr(n1."about", 8, instr(n1."about", '>') - 8) AND r42t."id" = substr(n1."about", instr(n1."about", '>') + 1) AND r42."$src" = r42s."$key" AND r42."$dst" = r42t."$key"
  ) WHEN 'borders:' THEN (
    SELECT json_array(11, ('borders:' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = r46."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = r46."$dst"
    )), (
      SELECT count(*) FROM "n_Claim" n47 WHERE n47."about" = ('borders:' || (
        SELECT "id" FROM "n_Place" WHERE "$key" = r46."$src"
      ) || '>' || (
        SELECT "id" FROM "n_Place" WHERE "$key" = r46."$dst"
      ))
    ), (
      SELECT json_group_array(json_array((
        SELECT json_array(n49."name") FROM "r_MADE_BY" r48 CROSS JOIN "n_Source" n49 ON n49."$key" = r48."$dst" WHERE r48."$src" = q47.c0
      ))) FROM (
        SELECT n47."$key" AS c0 FROM "n_Claim" n47 WHERE n47."about" = ('borders:' || (
          SELECT "id" FROM "n_Place" WHERE "$key" = r46."$src"
        ) || '>' || (
          SELECT "id" FROM "n_Place" WHERE "$key" = r46."$dst"
        )) ORDER BY n47."id" ASC LIMIT ?25
      ) q47
    )) FROM "n_Place" r46s CROSS JOIN "n_Place" r46t CROSS JOIN "r_BORDERS" r46 WHERE r46s."id" = substr(n1."about", 9, instr(n1."about", '>') - 9) AND r46t."id" = substr(n1."about", instr(n1."about", '>') + 1) AND r46."$src" = r46s."$key" AND r46."$dst" = r46t."$key"
  ) WHEN 'occurredAt:' THEN (
    SELECT json_array(12, ('occurredAt:' || (
      SELECT "id" FROM "n_Event" WHERE "$key" = r50."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = r50."$dst"
    )), (
      SELECT count(*) FROM "n_Claim" n51 WHERE n51."about" = ('occurredAt:' || (
        SELECT "id" FROM "n_Event" WHERE "$key" = r50."$src"
      ) || '>' || (
        SELECT "id" FROM "n_Place" WHERE "$key" = r50."$dst"
      ))
    ), (
      SELECT json_group_array(json_array((
        SELECT json_array(n53."name") FROM "r_MADE_BY" r52 CROSS JOIN "n_Source" n53 ON n53."$key" = r52."$dst" WHERE r52."$src" = q51.c0
      ))) FROM (
        SELECT n51."$key" AS c0 FROM "n_Claim" n51 WHERE n51."about" = ('occurredAt:' || (
          SELECT "id" FROM "n_Event" WHERE "$key" = r50."$src"
        ) || '>' || (
          SELECT "id" FROM "n_Place" WHERE "$key" = r50."$dst"
        )) ORDER BY n51."id" ASC LIMIT ?27
      ) q51
    )) FROM "n_Event" r50s CROSS JOIN "n_Place" r50t CROSS JOIN "r_OCCURRED_AT" r50 WHERE r50s."id" = substr(n1."about", 12, instr(n1."about", '>') - 12) AND r50t."id" = substr(n1."about", instr(n1."about", '>') + 1) AND r50."$src" = r50s."$key" AND r50."$dst" = r50t."$key"
  ) WHEN 'control:' THEN (
    SELECT json_array(13, r54."id", (
      SELECT count(*) FROM "n_Claim" n55 WHERE n55."about" = r54."id"
    ), (
      SELECT json_group_array(json_array((
        SELECT json_array(n57."name") FROM "r_MADE_BY" r56 CROSS JOIN "n_Source" n57 ON n57."$key" = r56."$dst" WHERE r56."$src" = q55.c0
      ))) FROM (
        SELECT n55."$key" AS c0 FROM "n_Claim" n55 WHERE n55."about" = r54."id" ORDER BY n55."id" ASC LIMIT ?29
      ) q55
    )) FROM "r_CONTROLS" r54 WHERE r54."id" = n1."about"
  ) WHEN 'backing:' THEN (
    SELECT json_array(14, r58."id", (
      SELECT count(*) FROM "n_Claim" n59 WHERE n59."about" = r58."id"
    ), (
      SELECT json_group_array(json_array((
        SELECT json_array(n61."name") FROM "r_MADE_BY" r60 CROSS JOIN "n_Source" n61 ON n61."$key" = r60."$dst" WHERE r60."$src" = q59.c0
      ))) FROM (
        SELECT n59."$key" AS c0 FROM "n_Claim" n59 WHERE n59."about" = r58."id" ORDER BY n59."id" ASC LIMIT ?31
      ) q59
    )) FROM "r_BACKS" r58 WHERE r58."id" = n1."about"
  ) WHEN 'membership:' THEN (
    SELECT json_array(15, r62."id", (
      SELECT count(*) FROM "n_Claim" n63 WHERE n63."about" = r62."id"
    ), (
      SELECT json_group_array(json_array((
        SELECT json_array(n65."name") FROM "r_MADE_BY" r64 CROSS JOIN "n_Source" n65 ON n65."$key" = r64."$dst" WHERE r64."$src" = q63.c0
      ))) FROM (
        SELECT n63."$key" AS c0 FROM "n_Claim" n63 WHERE n63."about" = r62."id" ORDER BY n63."id" ASC LIMIT ?33
      ) q63
    )) FROM "r_MEMBER_OF" r62 WHERE r62."id" = n1."about"
  ) WHEN 'succeeds:' THEN (
    SELECT json_array(16, ('succeeds:' || (
      SELECT "id" FROM "n_Actor" WHERE "$key" = r66."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Actor" WHERE "$key" = r66."$dst"
    )), (
      SELECT count(*) FROM "n_Claim" n67 WHERE n67."about" = ('succeeds:' || (
        SELECT "id" FROM "n_Actor" WHERE "$key" = r66."$src"
      ) || '>' || (
        SELECT "id" FROM "n_Actor" WHERE "$key" = r66."$dst"
      ))
    ), (
      SELECT json_group_array(json_array((
        SELECT json_array(n69."name") FROM "r_MADE_BY" r68 CROSS JOIN "n_Source" n69 ON n69."$key" = r68."$dst" WHERE r68."$src" = q67.c0
      ))) FROM (
        SELECT n67."$key" AS c0 FROM "n_Claim" n67 WHERE n67."about" = ('succeeds:' || (
          SELECT "id" FROM "n_Actor" WHERE "$key" = r66."$src"
        ) || '>' || (
          SELECT "id" FROM "n_Actor" WHERE "$key" = r66."$dst"
        )) ORDER BY n67."id" ASC LIMIT ?35
      ) q67
    )) FROM "n_Actor" r66s CROSS JOIN "n_Actor" r66t CROSS JOIN "r_SUCCEEDS" r66 WHERE r66s."id" = substr(n1."about", 10, instr(n1."about", '>') - 10) AND r66t."id" = substr(n1."about", instr(n1."about", '>') + 1) AND r66."$src" = r66s."$key" AND r66."$dst" = r66t."$key"
  ) WHEN 'basedIn:' THEN (
    SELECT json_array(17, ('basedIn:' || (
      SELECT "id" FROM "n_Actor" WHERE "$key" = r70."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = r70."$dst"
    )), (
      SELECT count(*) FROM "n_Claim" n71 WHERE n71."about" = ('basedIn:' || (
        SELECT "id" FROM "n_Actor" WHERE "$key" = r70."$src"
      ) || '>' || (
        SELECT "id" FROM "n_Place" WHERE "$key" = r70."$dst"
      ))
    ), (
      SELECT json_group_array(json_array((
        SELECT json_array(n73."name") FROM "r_MADE_BY" r72 CROSS JOIN "n_Source" n73 ON n73."$key" = r72."$dst" WHERE r72."$src" = q71.c0
      ))) FROM (
        SELECT n71."$key" AS c0 FROM "n_Claim" n71 WHERE n71."about" = ('basedIn:' || (
          SELECT "id" FROM "n_Actor" WHERE "$key" = r70."$src"
        ) || '>' || (
          SELECT "id" FROM "n_Place" WHERE "$key" = r70."$dst"
        )) ORDER BY n71."id" ASC LIMIT ?37
      ) q71
    )) FROM "n_Actor" r70s CROSS JOIN "n_Place" r70t CROSS JOIN "r_BASED_IN" r70 WHERE r70s."id" = substr(n1."about", 9, instr(n1."about", '>') - 9) AND r70t."id" = substr(n1."about", instr(n1."about", '>') + 1) AND r70."$src" = r70s."$key" AND r70."$dst" = r70t."$key"
  ) WHEN 'voiceOf:' THEN (
    SELECT json_array(18, ('voiceOf:' || (
      SELECT "id" FROM "n_Source" WHERE "$key" = r74."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Actor" WHERE "$key" = r74."$dst"
    )), (
      SELECT count(*) FROM "n_Claim" n75 WHERE n75."about" = ('voiceOf:' || (
        SELECT "id" FROM "n_Source" WHERE "$key" = r74."$src"
      ) || '>' || (
        SELECT "id" FROM "n_Actor" WHERE "$key" = r74."$dst"
      ))
    ), (
      SELECT json_group_array(json_array((
        SELECT json_array(n77."name") FROM "r_MADE_BY" r76 CROSS JOIN "n_Source" n77 ON n77."$key" = r76."$dst" WHERE r76."$src" = q75.c0
      ))) FROM (
        SELECT n75."$key" AS c0 FROM "n_Claim" n75 WHERE n75."about" = ('voiceOf:' || (
          SELECT "id" FROM "n_Source" WHERE "$key" = r74."$src"
        ) || '>' || (
          SELECT "id" FROM "n_Actor" WHERE "$key" = r74."$dst"
        )) ORDER BY n75."id" ASC LIMIT ?39
      ) q75
    )) FROM "n_Source" r74s CROSS JOIN "n_Actor" r74t CROSS JOIN "r_VOICE_OF" r74 WHERE r74s."id" = substr(n1."about", 9, instr(n1."about", '>') - 9) AND r74t."id" = substr(n1."about", instr(n1."about", '>') + 1) AND r74."$src" = r74s."$key" AND r74."$dst" = r74t."$key"
  ) END) FROM "n_Claim" n1 WHERE n1."id" = ?1
), (
  SELECT json_array(n78."about", CASE substr(n78."about", 1, instr(n78."about", ':')) WHEN 'actor:' THEN (
    SELECT json_array(0) FROM "n_Actor" n79 WHERE n79."id" = n78."about"
  ) WHEN 'place:' THEN (
    SELECT json_array(1) FROM "n_Place" n80 WHERE n80."id" = n78."about"
  ) WHEN 'madeIn:' THEN (
    SELECT json_array(2) FROM "n_Claim" r81s CROSS JOIN "n_Report" r81t CROSS JOIN "r_MADE_IN" r81 WHERE r81s."id" = substr(n78."about", 8, instr(n78."about", '>') - 8) AND r81t."id" = substr(n78."about", instr(n78."about", '>') + 1) AND r81."$src" = r81s."$key" AND r81."$dst" = r81t."$key"
  ) WHEN 'event:' THEN (
    SELECT json_array(3) FROM "n_Event" n82 WHERE n82."id" = n78."about"
  ) WHEN 'participation:' THEN (
    SELECT json_array(4) FROM "r_PARTICIPATED_IN" r83 WHERE r83."id" = n78."about"
  ) WHEN 'partOfEvent:' THEN (
    SELECT json_array(5) FROM "n_Event" r84s CROSS JOIN "n_Event" r84t CROSS JOIN "r_PART_OF_EVENT" r84 WHERE r84s."id" = substr(n78."about", 13, instr(n78."about", '>') - 13) AND r84t."id" = substr(n78."about", instr(n78."about", '>') + 1) AND r84."$src" = r84s."$key" AND +r84."$dst" = r84t."$key"
  ) WHEN 'reportedIn:' THEN (
    SELECT json_array(6) FROM "n_Event" r85s CROSS JOIN "n_Report" r85t CROSS JOIN "r_REPORTED_IN" r85 WHERE r85s."id" = substr(n78."about", 12, instr(n78."about", '>') - 12) AND r85t."id" = substr(n78."about", instr(n78."about", '>') + 1) AND r85."$src" = r85s."$key" AND +r85."$dst" = r85t."$key"
  ) WHEN 'publishedBy:' THEN (
    SELECT json_array(7) FROM "n_Report" r86s CROSS JOIN "n_Source" r86t CROSS JOIN "r_PUBLISHED_BY" r86 WHERE r86s."id" = substr(n78."about", 13, instr(n78."about", '>') - 13) AND r86t."id" = substr(n78."about", instr(n78."about", '>') + 1) AND r86."$src" = r86s."$key" AND r86."$dst" = r86t."$key"
  ) WHEN 'madeBy:' THEN (
    SELECT json_array(8) FROM "n_Claim" r87s CROSS JOIN "n_Source" r87t CROSS JOIN "r_MADE_BY" r87 WHERE r87s."id" = substr(n78."about", 8, instr(n78."about", '>') - 8) AND r87t."id" = substr(n78."about", instr(n78."about", '>') + 1) AND r87."$src" = r87s."$key" AND r87."$dst" = r87t."$key"
  ) WHEN 'partOf:' THEN (
    SELECT json_array(9) FROM "n_Place" r88s CROSS JOIN "n_Place" r88t CROSS JOIN "r_PART_OF" r88 WHERE r88s."id" = substr(n78."about", 8, instr(n78."about", '>') - 8) AND r88t."id" = substr(n78."about", instr(n78."about", '>') + 1) AND r88."$src" = r88s."$key" AND r88."$dst" = r88t."$key"
  ) WHEN 'liesIn:' THEN (
    SELECT json_array(10) FROM "n_Place" r89s CROSS JOIN "n_Place" r89t CROSS JOIN "r_LIES_IN" r89 WHERE r89s."id" = substr(n78."about", 8, instr(n78."about", '>') - 8) AND r89t."id" = substr(n78."about", instr(n78."about", '>') + 1) AND r89."$src" = r89s."$key" AND r89."$dst" = r89t."$key"
  ) WHEN 'borders:' THEN (
    SELECT json_array(11) FROM "n_Place" r90s CROSS JOIN "n_Place" r90t CROSS JOIN "r_BORDERS" r90 WHERE r90s."id" = substr(n78."about", 9, instr(n78."about", '>') - 9) AND r90t."id" = substr(n78."about", instr(n78."about", '>') + 1) AND r90."$src" = r90s."$key" AND r90."$dst" = r90t."$key"
  ) WHEN 'occurredAt:' THEN (
    SELECT json_array(12) FROM "n_Event" r91s CROSS JOIN "n_Place" r91t CROSS JOIN "r_OCCURRED_AT" r91 WHERE r91s."id" = substr(n78."about", 12, instr(n78."about", '>') - 12) AND r91t."id" = substr(n78."about", instr(n78."about", '>') + 1) AND r91."$src" = r91s."$key" AND r91."$dst" = r91t."$key"
  ) WHEN 'control:' THEN (
    SELECT json_array(13, r92."status", r92."until", (
      SELECT json_array(n93."name") FROM "n_Actor" n93 WHERE n93."$key" = r92."$src"
    ), (
      SELECT json_array(n94."name") FROM "n_Place" n94 WHERE n94."$key" = r92."$dst"
    )) FROM "r_CONTROLS" r92 WHERE r92."id" = n78."about"
  ) WHEN 'backing:' THEN (
    SELECT json_array(14) FROM "r_BACKS" r95 WHERE r95."id" = n78."about"
  ) WHEN 'membership:' THEN (
    SELECT json_array(15) FROM "r_MEMBER_OF" r96 WHERE r96."id" = n78."about"
  ) WHEN 'succeeds:' THEN (
    SELECT json_array(16) FROM "n_Actor" r97s CROSS JOIN "n_Actor" r97t CROSS JOIN "r_SUCCEEDS" r97 WHERE r97s."id" = substr(n78."about", 10, instr(n78."about", '>') - 10) AND r97t."id" = substr(n78."about", instr(n78."about", '>') + 1) AND r97."$src" = r97s."$key" AND r97."$dst" = r97t."$key"
  ) WHEN 'basedIn:' THEN (
    SELECT json_array(17) FROM "n_Actor" r98s CROSS JOIN "n_Place" r98t CROSS JOIN "r_BASED_IN" r98 WHERE r98s."id" = substr(n78."about", 9, instr(n78."about", '>') - 9) AND r98t."id" = substr(n78."about", instr(n78."about", '>') + 1) AND r98."$src" = r98s."$key" AND r98."$dst" = r98t."$key"
  ) WHEN 'voiceOf:' THEN (
    SELECT json_array(18) FROM "n_Source" r99s CROSS JOIN "n_Actor" r99t CROSS JOIN "r_VOICE_OF" r99 WHERE r99s."id" = substr(n78."about", 9, instr(n78."about", '>') - 9) AND r99t."id" = substr(n78."about", instr(n78."about", '>') + 1) AND r99."$src" = r99s."$key" AND r99."$dst" = r99t."$key"
  ) END) FROM "n_Claim" n78 WHERE n78."id" = ?40
), (
  SELECT json_array(n100."about", CASE substr(n100."about", 1, instr(n100."about", ':')) WHEN 'actor:' THEN (
    SELECT json_array(0, n101."id", (
      SELECT json_group_array(json_array(q102.c0)) FROM (
        SELECT n102."id" AS c0 FROM "n_Claim" n102 WHERE n102."about" = n101."id" ORDER BY n102."id" ASC LIMIT ?43
      ) q102
    )) FROM "n_Actor" n101 WHERE n101."id" = n100."about"
  ) WHEN 'place:' THEN (
    SELECT json_array(1, n103."id", (
      SELECT json_group_array(json_array(q104.c0)) FROM (
        SELECT n104."id" AS c0 FROM "n_Claim" n104 WHERE n104."about" = n103."id" ORDER BY n104."id" ASC LIMIT ?45
      ) q104
    )) FROM "n_Place" n103 WHERE n103."id" = n100."about"
  ) WHEN 'madeIn:' THEN (
    SELECT json_array(2, ('madeIn:' || (
      SELECT "id" FROM "n_Claim" WHERE "$key" = r105."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Report" WHERE "$key" = r105."$dst"
    )), (
      SELECT json_array(n106."statement") FROM "n_Claim" n106 WHERE n106."$key" = r105."$src"
    ), (
      SELECT json_array(n107."title") FROM "n_Report" n107 WHERE n107."$key" = r105."$dst"
    ), (
      SELECT json_group_array(json_array(q108.c0)) FROM (
        SELECT n108."id" AS c0 FROM "n_Claim" n108 WHERE n108."about" = ('madeIn:' || (
          SELECT "id" FROM "n_Claim" WHERE "$key" = r105."$src"
        ) || '>' || (
          SELECT "id" FROM "n_Report" WHERE "$key" = r105."$dst"
        )) ORDER BY n108."id" ASC LIMIT ?47
      ) q108
    )) FROM "n_Claim" r105s CROSS JOIN "n_Report" r105t CROSS JOIN "r_MADE_IN" r105 WHERE r105s."id" = substr(n100."about", 8, instr(n100."about", '>') - 8) AND r105t."id" = substr(n100."about", instr(n100."about", '>') + 1) AND r105."$src" = r105s."$key" AND r105."$dst" = r105t."$key"
  ) WHEN 'event:' THEN (
    SELECT json_array(3, n109."id", (
      SELECT json_group_array(json_array(q110.c0)) FROM (
        SELECT n110."id" AS c0 FROM "n_Claim" n110 WHERE n110."about" = n109."id" ORDER BY n110."id" ASC LIMIT ?49
      ) q110
    )) FROM "n_Event" n109 WHERE n109."id" = n100."about"
  ) WHEN 'participation:' THEN (
    SELECT json_array(4, r111."id", (
      SELECT json_array(n112."name") FROM "n_Actor" n112 WHERE n112."$key" = r111."$src"
    ), (
      SELECT json_array(n113."title") FROM "n_Event" n113 WHERE n113."$key" = r111."$dst"
    ), (
      SELECT json_group_array(json_array(q114.c0)) FROM (
        SELECT n114."id" AS c0 FROM "n_Claim" n114 WHERE n114."about" = r111."id" ORDER BY n114."id" ASC LIMIT ?51
      ) q114
    )) FROM "r_PARTICIPATED_IN" r111 WHERE r111."id" = n100."about"
  ) WHEN 'partOfEvent:' THEN (
    SELECT json_array(5, ('partOfEvent:' || (
      SELECT "id" FROM "n_Event" WHERE "$key" = r115."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Event" WHERE "$key" = r115."$dst"
    )), (
      SELECT json_array(n116."title") FROM "n_Event" n116 WHERE n116."$key" = r115."$src"
    ), (
      SELECT json_array(n117."title") FROM "n_Event" n117 WHERE n117."$key" = r115."$dst"
    ), (
      SELECT json_group_array(json_array(q118.c0)) FROM (
        SELECT n118."id" AS c0 FROM "n_Claim" n118 WHERE n118."about" = ('partOfEvent:' || (
          SELECT "id" FROM "n_Event" WHERE "$key" = r115."$src"
        ) || '>' || (
          SELECT "id" FROM "n_Event" WHERE "$key" = r115."$dst"
        )) ORDER BY n118."id" ASC LIMIT ?53
      ) q118
    )) FROM "n_Event" r115s CROSS JOIN "n_Event" r115t CROSS JOIN "r_PART_OF_EVENT" r115 WHERE r115s."id" = substr(n100."about", 13, instr(n100."about", '>') - 13) AND r115t."id" = substr(n100."about", instr(n100."about", '>') + 1) AND r115."$src" = r115s."$key" AND +r115."$dst" = r115t."$key"
  ) WHEN 'reportedIn:' THEN (
    SELECT json_array(6, ('reportedIn:' || (
      SELECT "id" FROM "n_Event" WHERE "$key" = r119."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Report" WHERE "$key" = r119."$dst"
    )), (
      SELECT json_array(n120."title") FROM "n_Event" n120 WHERE n120."$key" = r119."$src"
    ), (
      SELECT json_array(n121."title") FROM "n_Report" n121 WHERE n121."$key" = r119."$dst"
    ), (
      SELECT json_group_array(json_array(q122.c0)) FROM (
        SELECT n122."id" AS c0 FROM "n_Claim" n122 WHERE n122."about" = ('reportedIn:' || (
          SELECT "id" FROM "n_Event" WHERE "$key" = r119."$src"
        ) || '>' || (
          SELECT "id" FROM "n_Report" WHERE "$key" = r119."$dst"
        )) ORDER BY n122."id" ASC LIMIT ?55
      ) q122
    )) FROM "n_Event" r119s CROSS JOIN "n_Report" r119t CROSS JOIN "r_REPORTED_IN" r119 WHERE r119s."id" = substr(n100."about", 12, instr(n100."about", '>') - 12) AND r119t."id" = substr(n100."about", instr(n100."about", '>') + 1) AND r119."$src" = r119s."$key" AND +r119."$dst" = r119t."$key"
  ) WHEN 'publishedBy:' THEN (
    SELECT json_array(7, ('publishedBy:' || (
      SELECT "id" FROM "n_Report" WHERE "$key" = r123."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Source" WHERE "$key" = r123."$dst"
    )), (
      SELECT json_array(n124."title") FROM "n_Report" n124 WHERE n124."$key" = r123."$src"
    ), (
      SELECT json_array(n125."name") FROM "n_Source" n125 WHERE n125."$key" = r123."$dst"
    ), (
      SELECT json_group_array(json_array(q126.c0)) FROM (
        SELECT n126."id" AS c0 FROM "n_Claim" n126 WHERE n126."about" = ('publishedBy:' || (
          SELECT "id" FROM "n_Report" WHERE "$key" = r123."$src"
        ) || '>' || (
          SELECT "id" FROM "n_Source" WHERE "$key" = r123."$dst"
        )) ORDER BY n126."id" ASC LIMIT ?57
      ) q126
    )) FROM "n_Report" r123s CROSS JOIN "n_Source" r123t CROSS JOIN "r_PUBLISHED_BY" r123 WHERE r123s."id" = substr(n100."about", 13, instr(n100."about", '>') - 13) AND r123t."id" = substr(n100."about", instr(n100."about", '>') + 1) AND r123."$src" = r123s."$key" AND r123."$dst" = r123t."$key"
  ) WHEN 'madeBy:' THEN (
    SELECT json_array(8, ('madeBy:' || (
      SELECT "id" FROM "n_Claim" WHERE "$key" = r127."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Source" WHERE "$key" = r127."$dst"
    )), (
      SELECT json_array(n128."statement") FROM "n_Claim" n128 WHERE n128."$key" = r127."$src"
    ), (
      SELECT json_array(n129."name") FROM "n_Source" n129 WHERE n129."$key" = r127."$dst"
    ), (
      SELECT json_group_array(json_array(q130.c0)) FROM (
        SELECT n130."id" AS c0 FROM "n_Claim" n130 WHERE n130."about" = ('madeBy:' || (
          SELECT "id" FROM "n_Claim" WHERE "$key" = r127."$src"
        ) || '>' || (
          SELECT "id" FROM "n_Source" WHERE "$key" = r127."$dst"
        )) ORDER BY n130."id" ASC LIMIT ?59
      ) q130
    )) FROM "n_Claim" r127s CROSS JOIN "n_Source" r127t CROSS JOIN "r_MADE_BY" r127 WHERE r127s."id" = substr(n100."about", 8, instr(n100."about", '>') - 8) AND r127t."id" = substr(n100."about", instr(n100."about", '>') + 1) AND r127."$src" = r127s."$key" AND r127."$dst" = r127t."$key"
  ) WHEN 'partOf:' THEN (
    SELECT json_array(9, ('partOf:' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = r131."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = r131."$dst"
    )), (
      SELECT json_array(n132."name") FROM "n_Place" n132 WHERE n132."$key" = r131."$src"
    ), (
      SELECT json_array(n133."name") FROM "n_Place" n133 WHERE n133."$key" = r131."$dst"
    ), (
      SELECT json_group_array(json_array(q134.c0)) FROM (
        SELECT n134."id" AS c0 FROM "n_Claim" n134 WHERE n134."about" = ('partOf:' || (
          SELECT "id" FROM "n_Place" WHERE "$key" = r131."$src"
        ) || '>' || (
          SELECT "id" FROM "n_Place" WHERE "$key" = r131."$dst"
        )) ORDER BY n134."id" ASC LIMIT ?61
      ) q134
    )) FROM "n_Place" r131s CROSS JOIN "n_Place" r131t CROSS JOIN "r_PART_OF" r131 WHERE r131s."id" = substr(n100."about", 8, instr(n100."about", '>') - 8) AND r131t."id" = substr(n100."about", instr(n100."about", '>') + 1) AND r131."$src" = r131s."$key" AND r131."$dst" = r131t."$key"
  ) WHEN 'liesIn:' THEN (
    SELECT json_array(10, ('liesIn:' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = r135."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = r135."$dst"
    )), (
      SELECT json_array(n136."name") FROM "n_Place" n136 WHERE n136."$key" = r135."$src"
    ), (
      SELECT json_array(n137."name") FROM "n_Place" n137 WHERE n137."$key" = r135."$dst"
    ), (
      SELECT json_group_array(json_array(q138.c0)) FROM (
        SELECT n138."id" AS c0 FROM "n_Claim" n138 WHERE n138."about" = ('liesIn:' || (
          SELECT "id" FROM "n_Place" WHERE "$key" = r135."$src"
        ) || '>' || (
          SELECT "id" FROM "n_Place" WHERE "$key" = r135."$dst"
        )) ORDER BY n138."id" ASC LIMIT ?63
      ) q138
    )) FROM "n_Place" r135s CROSS JOIN "n_Place" r135t CROSS JOIN "r_LIES_IN" r135 WHERE r135s."id" = substr(n100."about", 8, instr(n100."about", '>') - 8) AND r135t."id" = substr(n100."about", instr(n100."about", '>') + 1) AND r135."$src" = r135s."$key" AND r135."$dst" = r135t."$key"
  ) WHEN 'borders:' THEN (
    SELECT json_array(11, ('borders:' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = r139."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = r139."$dst"
    )), (
      SELECT json_array(n140."name") FROM "n_Place" n140 WHERE n140."$key" = r139."$src"
    ), (
      SELECT json_array(n141."name") FROM "n_Place" n141 WHERE n141."$key" = r139."$dst"
    ), (
      SELECT json_group_array(json_array(q142.c0)) FROM (
        SELECT n142."id" AS c0 FROM "n_Claim" n142 WHERE n142."about" = ('borders:' || (
          SELECT "id" FROM "n_Place" WHERE "$key" = r139."$src"
        ) || '>' || (
          SELECT "id" FROM "n_Place" WHERE "$key" = r139."$dst"
        )) ORDER BY n142."id" ASC LIMIT ?65
      ) q142
    )) FROM "n_Place" r139s CROSS JOIN "n_Place" r139t CROSS JOIN "r_BORDERS" r139 WHERE r139s."id" = substr(n100."about", 9, instr(n100."about", '>') - 9) AND r139t."id" = substr(n100."about", instr(n100."about", '>') + 1) AND r139."$src" = r139s."$key" AND r139."$dst" = r139t."$key"
  ) WHEN 'occurredAt:' THEN (
    SELECT json_array(12, ('occurredAt:' || (
      SELECT "id" FROM "n_Event" WHERE "$key" = r143."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = r143."$dst"
    )), (
      SELECT json_array(n144."title") FROM "n_Event" n144 WHERE n144."$key" = r143."$src"
    ), (
      SELECT json_array(n145."name") FROM "n_Place" n145 WHERE n145."$key" = r143."$dst"
    ), (
      SELECT json_group_array(json_array(q146.c0)) FROM (
        SELECT n146."id" AS c0 FROM "n_Claim" n146 WHERE n146."about" = ('occurredAt:' || (
          SELECT "id" FROM "n_Event" WHERE "$key" = r143."$src"
        ) || '>' || (
          SELECT "id" FROM "n_Place" WHERE "$key" = r143."$dst"
        )) ORDER BY n146."id" ASC LIMIT ?67
      ) q146
    )) FROM "n_Event" r143s CROSS JOIN "n_Place" r143t CROSS JOIN "r_OCCURRED_AT" r143 WHERE r143s."id" = substr(n100."about", 12, instr(n100."about", '>') - 12) AND r143t."id" = substr(n100."about", instr(n100."about", '>') + 1) AND r143."$src" = r143s."$key" AND r143."$dst" = r143t."$key"
  ) WHEN 'control:' THEN (
    SELECT json_array(13, r147."id", (
      SELECT json_array(n148."name") FROM "n_Actor" n148 WHERE n148."$key" = r147."$src"
    ), (
      SELECT json_array(n149."name") FROM "n_Place" n149 WHERE n149."$key" = r147."$dst"
    ), (
      SELECT json_group_array(json_array(q150.c0)) FROM (
        SELECT n150."id" AS c0 FROM "n_Claim" n150 WHERE n150."about" = r147."id" ORDER BY n150."id" ASC LIMIT ?69
      ) q150
    )) FROM "r_CONTROLS" r147 WHERE r147."id" = n100."about"
  ) WHEN 'backing:' THEN (
    SELECT json_array(14, r151."id", (
      SELECT json_array(n152."name") FROM "n_Actor" n152 WHERE n152."$key" = r151."$src"
    ), (
      SELECT json_array(n153."name") FROM "n_Actor" n153 WHERE n153."$key" = r151."$dst"
    ), (
      SELECT json_group_array(json_array(q154.c0)) FROM (
        SELECT n154."id" AS c0 FROM "n_Claim" n154 WHERE n154."about" = r151."id" ORDER BY n154."id" ASC LIMIT ?71
      ) q154
    )) FROM "r_BACKS" r151 WHERE r151."id" = n100."about"
  ) WHEN 'membership:' THEN (
    SELECT json_array(15, r155."id", (
      SELECT json_array(n156."name") FROM "n_Actor" n156 WHERE n156."$key" = r155."$src"
    ), (
      SELECT json_array(n157."name") FROM "n_Actor" n157 WHERE n157."$key" = r155."$dst"
    ), (
      SELECT json_group_array(json_array(q158.c0)) FROM (
        SELECT n158."id" AS c0 FROM "n_Claim" n158 WHERE n158."about" = r155."id" ORDER BY n158."id" ASC LIMIT ?73
      ) q158
    )) FROM "r_MEMBER_OF" r155 WHERE r155."id" = n100."about"
  ) WHEN 'succeeds:' THEN (
    SELECT json_array(16, ('succeeds:' || (
      SELECT "id" FROM "n_Actor" WHERE "$key" = r159."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Actor" WHERE "$key" = r159."$dst"
    )), (
      SELECT json_array(n160."name") FROM "n_Actor" n160 WHERE n160."$key" = r159."$src"
    ), (
      SELECT json_array(n161."name") FROM "n_Actor" n161 WHERE n161."$key" = r159."$dst"
    ), (
      SELECT json_group_array(json_array(q162.c0)) FROM (
        SELECT n162."id" AS c0 FROM "n_Claim" n162 WHERE n162."about" = ('succeeds:' || (
          SELECT "id" FROM "n_Actor" WHERE "$key" = r159."$src"
        ) || '>' || (
          SELECT "id" FROM "n_Actor" WHERE "$key" = r159."$dst"
        )) ORDER BY n162."id" ASC LIMIT ?75
      ) q162
    )) FROM "n_Actor" r159s CROSS JOIN "n_Actor" r159t CROSS JOIN "r_SUCCEEDS" r159 WHERE r159s."id" = substr(n100."about", 10, instr(n100."about", '>') - 10) AND r159t."id" = substr(n100."about", instr(n100."about", '>') + 1) AND r159."$src" = r159s."$key" AND r159."$dst" = r159t."$key"
  ) WHEN 'basedIn:' THEN (
    SELECT json_array(17, ('basedIn:' || (
      SELECT "id" FROM "n_Actor" WHERE "$key" = r163."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Place" WHERE "$key" = r163."$dst"
    )), (
      SELECT json_array(n164."name") FROM "n_Actor" n164 WHERE n164."$key" = r163."$src"
    ), (
      SELECT json_array(n165."name") FROM "n_Place" n165 WHERE n165."$key" = r163."$dst"
    ), (
      SELECT json_group_array(json_array(q166.c0)) FROM (
        SELECT n166."id" AS c0 FROM "n_Claim" n166 WHERE n166."about" = ('basedIn:' || (
          SELECT "id" FROM "n_Actor" WHERE "$key" = r163."$src"
        ) || '>' || (
          SELECT "id" FROM "n_Place" WHERE "$key" = r163."$dst"
        )) ORDER BY n166."id" ASC LIMIT ?77
      ) q166
    )) FROM "n_Actor" r163s CROSS JOIN "n_Place" r163t CROSS JOIN "r_BASED_IN" r163 WHERE r163s."id" = substr(n100."about", 9, instr(n100."about", '>') - 9) AND r163t."id" = substr(n100."about", instr(n100."about", '>') + 1) AND r163."$src" = r163s."$key" AND r163."$dst" = r163t."$key"
  ) WHEN 'voiceOf:' THEN (
    SELECT json_array(18, ('voiceOf:' || (
      SELECT "id" FROM "n_Source" WHERE "$key" = r167."$src"
    ) || '>' || (
      SELECT "id" FROM "n_Actor" WHERE "$key" = r167."$dst"
    )), (
      SELECT json_array(n168."name") FROM "n_Source" n168 WHERE n168."$key" = r167."$src"
    ), (
      SELECT json_array(n169."name") FROM "n_Actor" n169 WHERE n169."$key" = r167."$dst"
    ), (
      SELECT json_group_array(json_array(q170.c0)) FROM (
        SELECT n170."id" AS c0 FROM "n_Claim" n170 WHERE n170."about" = ('voiceOf:' || (
          SELECT "id" FROM "n_Source" WHERE "$key" = r167."$src"
        ) || '>' || (
          SELECT "id" FROM "n_Actor" WHERE "$key" = r167."$dst"
        )) ORDER BY n170."id" ASC LIMIT ?79
      ) q170
    )) FROM "n_Source" r167s CROSS JOIN "n_Actor" r167t CROSS JOIN "r_VOICE_OF" r167 WHERE r167s."id" = substr(n100."about", 9, instr(n100."about", '>') - 9) AND r167t."id" = substr(n100."about", instr(n100."about", '>') + 1) AND r167."$src" = r167s."$key" AND r167."$dst" = r167t."$key"
  ) END) FROM "n_Claim" n100 WHERE n100."id" = ?41
))
