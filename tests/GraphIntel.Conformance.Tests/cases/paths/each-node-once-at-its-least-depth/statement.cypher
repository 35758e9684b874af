CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id = $p.a0
  WITH *, COUNT {
    MATCH (n1)-[r4:BACKS]->(w3x1)
    WHERE r4.standing IN ['ASSERTED', 'DISPUTED']
    WITH DISTINCT w3x1
    MATCH (w3x1)-[r5:PARTICIPATED_IN]->(w3x2)
    WHERE r5.standing IN ['ASSERTED', 'DISPUTED']
    WITH DISTINCT w3x2
    WITH w3x2 AS n2
    WHERE n2:Event
    RETURN n2
  } AS c0, COLLECT {
    MATCH (n1)-[r4:BACKS]->(w3x1)
    WHERE r4.standing IN ['ASSERTED', 'DISPUTED']
    WITH DISTINCT w3x1
    MATCH (w3x1)-[r5:PARTICIPATED_IN]->(w3x2)
    WHERE r5.standing IN ['ASSERTED', 'DISPUTED']
    WITH DISTINCT w3x2
    WITH w3x2 AS n2, 2 AS w3
    WHERE n2:Event
    WITH *
    ORDER BY w3 ASC, n2.id ASC LIMIT $p.a1
    RETURN [w3, n2.id]
  } AS c1
  RETURN [c0, c1]
} AS c2
RETURN [c2[0]] AS r
;
CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id = $p.a0
  WITH *, COUNT {
    MATCH (n1)-[r4:BACKS]->(w3x1)
    WHERE r4.standing IN ['ASSERTED', 'DISPUTED']
    WITH DISTINCT w3x1
    MATCH (w3x1)-[r5:PARTICIPATED_IN]->(w3x2)
    WHERE r5.standing IN ['ASSERTED', 'DISPUTED']
    WITH DISTINCT w3x2
    WITH w3x2 AS n2
    WHERE n2:Event
    RETURN n2
  } AS c0, COLLECT {
    MATCH (n1)-[r4:BACKS]->(w3x1)
    WHERE r4.standing IN ['ASSERTED', 'DISPUTED']
    WITH DISTINCT w3x1
    MATCH (w3x1)-[r5:PARTICIPATED_IN]->(w3x2)
    WHERE r5.standing IN ['ASSERTED', 'DISPUTED']
    WITH DISTINCT w3x2
    WITH w3x2 AS n2, 2 AS w3
    WHERE n2:Event
    WITH *
    ORDER BY w3 ASC, n2.id ASC LIMIT $p.a1
    RETURN [n2.id]
  } AS c1
  RETURN [c0, c1]
} AS c2
RETURN [c2[0]] AS r
;
CYPHER 5
WITH COLLECT {
  MATCH (n1:Place)
  WHERE n1.id = $p.a0
  WITH *, COUNT {
    MATCH (n1)<-[:LIES_IN*0..1]-(w3x1)
    WITH DISTINCT w3x1
    MATCH (w3x1)<-[:PART_OF*0..32]-(w3x2)
    WITH DISTINCT w3x2
    MATCH (w3x2)<-[r6:OCCURRED_AT]-(w3x3)
    WITH DISTINCT w3x3
    WITH w3x3 AS n2
    WHERE n2:Event
    RETURN n2
  } AS c0, COLLECT {
    MATCH w3p1 = (n1)<-[:LIES_IN*0..1]-(w3x1)
    WITH w3x1, min(length(w3p1)) AS w3d1
    MATCH w3p2 = (w3x1)<-[:PART_OF*0..32]-(w3x2)
    WITH w3x1, w3d1, w3x2, min(length(w3p2)) AS w3l2
    WITH w3x2, min(w3d1 + w3l2) AS w3d2
    MATCH (w3x2)<-[r6:OCCURRED_AT]-(w3x3)
    WITH w3x3, min(w3d2) AS w3d3
    WITH w3x3 AS n2, w3d3 + 1 AS w3
    WHERE n2:Event
    WITH *
    ORDER BY w3 ASC, n2.id ASC LIMIT $p.a1
    RETURN [w3, n2.id]
  } AS c1
  RETURN [c0, c1]
} AS c2
RETURN [c2[0]] AS r
