CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id = $p.a0
  WITH *, COUNT {
    MATCH (n1)-[r2:BACKS]->(w5x1)
    WHERE r2.standing IN ['ASSERTED', 'DISPUTED']
    WITH DISTINCT w5x1
    MATCH (w5x1)-[r3:PARTICIPATED_IN]->(w5x2)
    WHERE r3.standing IN ['ASSERTED', 'DISPUTED']
    WITH DISTINCT w5x2
    WITH w5x2 AS n4
    WHERE n4:Event
    RETURN n4
  } AS c0, COLLECT {
    MATCH (n1)-[r2:BACKS]->(w5x1)
    WHERE r2.standing IN ['ASSERTED', 'DISPUTED']
    WITH DISTINCT w5x1
    MATCH (w5x1)-[r3:PARTICIPATED_IN]->(w5x2)
    WHERE r3.standing IN ['ASSERTED', 'DISPUTED']
    WITH DISTINCT w5x2
    WITH w5x2 AS n4, 2 AS w5
    WHERE n4:Event
    WITH *
    ORDER BY w5 ASC, n4.id ASC LIMIT $p.a2
    RETURN [w5, n4.id]
  } AS c1
  RETURN [c0, c1]
} AS c2, COLLECT {
  MATCH (n6:Actor)
  WHERE n6.id = $p.a3
  WITH *, COUNT {
    MATCH (n6)-[r7:BACKS]->(w10x1)
    WHERE r7.standing IN ['ASSERTED', 'DISPUTED']
    WITH DISTINCT w10x1
    MATCH (w10x1)-[r8:PARTICIPATED_IN]->(w10x2)
    WHERE r8.standing IN ['ASSERTED', 'DISPUTED']
    WITH DISTINCT w10x2
    WITH w10x2 AS n9
    WHERE n9:Event
    RETURN n9
  } AS c3, COLLECT {
    MATCH (n6)-[r7:BACKS]->(w10x1)
    WHERE r7.standing IN ['ASSERTED', 'DISPUTED']
    WITH DISTINCT w10x1
    MATCH (w10x1)-[r8:PARTICIPATED_IN]->(w10x2)
    WHERE r8.standing IN ['ASSERTED', 'DISPUTED']
    WITH DISTINCT w10x2
    WITH w10x2 AS n9, 2 AS w10
    WHERE n9:Event
    WITH *
    ORDER BY w10 ASC, n9.id ASC LIMIT $p.a5
    RETURN [n9.id]
  } AS c4
  RETURN [c3, c4]
} AS c5, COLLECT {
  MATCH (n11:Place)
  WHERE n11.id = $p.a6
  WITH *, COUNT {
    MATCH (n11)<-[:LIES_IN*0..1]-(w16x1)
    WITH DISTINCT w16x1
    MATCH (w16x1)<-[:PART_OF*0..32]-(w16x2)
    WITH DISTINCT w16x2
    MATCH (w16x2)<-[r14:OCCURRED_AT]-(w16x3)
    WITH DISTINCT w16x3
    WITH w16x3 AS n15
    WHERE n15:Event
    RETURN n15
  } AS c6, COLLECT {
    MATCH w16p1 = (n11)<-[:LIES_IN*0..1]-(w16x1)
    WITH w16x1, min(length(w16p1)) AS w16d1
    MATCH w16p2 = (w16x1)<-[:PART_OF*0..32]-(w16x2)
    WITH w16x1, w16d1, w16x2, min(length(w16p2)) AS w16l2
    WITH w16x2, min(w16d1 + w16l2) AS w16d2
    MATCH (w16x2)<-[r14:OCCURRED_AT]-(w16x3)
    WITH w16x3, min(w16d2) AS w16d3
    WITH w16x3 AS n15, w16d3 + 1 AS w16
    WHERE n15:Event
    WITH *
    ORDER BY w16 ASC, n15.id ASC LIMIT $p.a8
    RETURN [w16, n15.id]
  } AS c7
  RETURN [c6, c7]
} AS c8
RETURN [c2[0], c5[0], c8[0]] AS r
