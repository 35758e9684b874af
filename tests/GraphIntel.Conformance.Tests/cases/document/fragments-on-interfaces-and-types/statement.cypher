CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id = $p.a0
  RETURN [n1.id, n1.name, n1.name]
} AS c0, COLLECT {
  UNWIND $p.a1 AS l2
  WITH *, COLLECT {
    MATCH (n3:Actor)
    WHERE n3.id = l2
    RETURN [0, n3.name] AS v
    UNION ALL
    MATCH (n4:Place)
    WHERE n4.id = l2
    RETURN [1, n4.name] AS v
    UNION ALL
    MATCH (n5:Claim)
    WHERE n5.id = l2
    RETURN [2] AS v
    UNION ALL
    MATCH (n6:Source)
    WHERE n6.id = l2
    RETURN [3] AS v
    UNION ALL
    MATCH (n7:Report)
    WHERE n7.id = l2
    RETURN [4] AS v
    UNION ALL
    MATCH ()-[r8:MADE_IN]->()
    WHERE r8.id = l2
    WITH *, COLLECT {
      WITH startNode(r8) AS n9
      RETURN []
    } AS c1
    RETURN [5, c1[0]] AS v
    UNION ALL
    MATCH (n10:Event)
    WHERE n10.id = l2
    RETURN [6] AS v
    UNION ALL
    MATCH ()-[r11:PARTICIPATED_IN]->()
    WHERE r11.id = l2
    WITH *, COLLECT {
      WITH startNode(r11) AS n12
      RETURN [n12.name]
    } AS c2
    RETURN [7, c2[0]] AS v
    UNION ALL
    MATCH ()-[r13:PART_OF_EVENT]->()
    WHERE r13.id = l2
    WITH *, COLLECT {
      WITH startNode(r13) AS n14
      RETURN []
    } AS c3
    RETURN [8, c3[0]] AS v
    UNION ALL
    MATCH ()-[r15:REPORTED_IN]->()
    WHERE r15.id = l2
    WITH *, COLLECT {
      WITH startNode(r15) AS n16
      RETURN []
    } AS c4
    RETURN [9, c4[0]] AS v
    UNION ALL
    MATCH ()-[r17:PUBLISHED_BY]->()
    WHERE r17.id = l2
    WITH *, COLLECT {
      WITH startNode(r17) AS n18
      RETURN []
    } AS c5
    RETURN [10, c5[0]] AS v
    UNION ALL
    MATCH ()-[r19:MADE_BY]->()
    WHERE r19.id = l2
    WITH *, COLLECT {
      WITH startNode(r19) AS n20
      RETURN []
    } AS c6
    RETURN [11, c6[0]] AS v
    UNION ALL
    MATCH ()-[r21:PART_OF]->()
    WHERE r21.id = l2
    WITH *, COLLECT {
      WITH startNode(r21) AS n22
      RETURN [n22.name]
    } AS c7
    RETURN [12, c7[0]] AS v
    UNION ALL
    MATCH ()-[r23:LIES_IN]->()
    WHERE r23.id = l2
    WITH *, COLLECT {
      WITH startNode(r23) AS n24
      RETURN [n24.name]
    } AS c8
    RETURN [13, c8[0]] AS v
    UNION ALL
    MATCH ()-[r25:BORDERS]->()
    WHERE r25.id = l2
    WITH *, COLLECT {
      WITH startNode(r25) AS n26
      RETURN [n26.name]
    } AS c9
    RETURN [14, c9[0]] AS v
    UNION ALL
    MATCH ()-[r27:OCCURRED_AT]->()
    WHERE r27.id = l2
    WITH *, COLLECT {
      WITH startNode(r27) AS n28
      RETURN []
    } AS c10
    RETURN [15, c10[0]] AS v
    UNION ALL
    MATCH ()-[r29:CONTROLS]->()
    WHERE r29.id = l2
    WITH *, COLLECT {
      WITH startNode(r29) AS n30
      RETURN [n30.name]
    } AS c11
    RETURN [16, c11[0]] AS v
    UNION ALL
    MATCH ()-[r31:BACKS]->()
    WHERE r31.id = l2
    WITH *, COLLECT {
      WITH endNode(r31) AS n32
      RETURN [n32.name]
    } AS c12, COLLECT {
      WITH startNode(r31) AS n33
      RETURN [n33.name]
    } AS c13
    RETURN [17, r31.kinds, c12[0], c13[0]] AS v
    UNION ALL
    MATCH ()-[r34:MEMBER_OF]->()
    WHERE r34.id = l2
    WITH *, COLLECT {
      WITH startNode(r34) AS n35
      RETURN [n35.name]
    } AS c14
    RETURN [18, c14[0]] AS v
    UNION ALL
    MATCH ()-[r36:SUCCEEDS]->()
    WHERE r36.id = l2
    WITH *, COLLECT {
      WITH startNode(r36) AS n37
      RETURN [n37.name]
    } AS c15
    RETURN [19, c15[0]] AS v
    UNION ALL
    MATCH ()-[r38:BASED_IN]->()
    WHERE r38.id = l2
    WITH *, COLLECT {
      WITH startNode(r38) AS n39
      RETURN [n39.name]
    } AS c16
    RETURN [20, c16[0]] AS v
    UNION ALL
    MATCH ()-[r40:VOICE_OF]->()
    WHERE r40.id = l2
    WITH *, COLLECT {
      WITH startNode(r40) AS n41
      RETURN []
    } AS c17
    RETURN [21, c17[0]] AS v
  } AS c18
  RETURN c18[0]
} AS c19
RETURN [c0[0], c19] AS r
