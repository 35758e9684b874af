CYPHER 5
WITH COLLECT {
  MATCH (n1:Event)
  WHERE n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a1
  RETURN []
} AS c0, COLLECT {
  MATCH (n2:Actor)
  WHERE n2.id = $p.a2
  WITH *, COLLECT {
    MATCH (n2)-[r3:PARTICIPATED_IN]->(n4:Event)
    WHERE r3.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n4.id ASC, r3.id ASC LIMIT $p.a4
    RETURN []
  } AS c1, COLLECT {
    MATCH (n2)-[r5:BACKS]->(n6:Actor)
    WHERE r5.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n6.id ASC, r5.id ASC LIMIT $p.a6
    RETURN []
  } AS c2, COLLECT {
    MATCH (n2)-[r9:BACKS]->(w12x1)
    WHERE r9.standing IN ['ASSERTED', 'DISPUTED']
    WITH DISTINCT w12x1
    MATCH (w12x1)-[r10:PARTICIPATED_IN]->(w12x2)
    WHERE r10.standing IN ['ASSERTED', 'DISPUTED']
    WITH DISTINCT w12x2
    WITH w12x2 AS n11, 2 AS w12
    WHERE n11:Event
    WITH *
    ORDER BY w12 ASC, n11.id ASC LIMIT $p.a12
    RETURN []
  } AS c3
  RETURN [c1, c2, c3]
} AS c4, COLLECT {
  MATCH (n13:Place)
  WHERE n13.id = $p.a13
  WITH *, COLLECT {
    MATCH (n13)-[r14:PART_OF]->(n15:Place)
    RETURN []
  } AS c5
  RETURN [CASE WHEN n13.location IS NULL THEN null ELSE [] END, c5[0]]
} AS c6
RETURN [c0, c4[0], c6[0]] AS r
