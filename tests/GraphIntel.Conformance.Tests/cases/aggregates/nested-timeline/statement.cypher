CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)-[r4:BACKS]->(w3x1)
    WHERE r4.standing IN ['ASSERTED', 'DISPUTED']
    WITH DISTINCT w3x1
    MATCH (w3x1)-[r5:PARTICIPATED_IN]->(w3x2)
    WHERE r5.standing IN ['ASSERTED', 'DISPUTED']
    WITH DISTINCT w3x2
    WITH w3x2 AS n2
    WHERE n2:Event
    WITH count(*) AS c0, collect(n2) AS c1
    WITH *, COLLECT {
      UNWIND c1 AS n2
      WITH n2
      WHERE n2.start IS NOT NULL
      WITH date.truncate('month', n2.start) AS g6, count(*) AS c2
      ORDER BY g6 LIMIT 1001
      RETURN [g6, c2]
    } AS c3
    RETURN [c0, c3]
  } AS c4
  RETURN [c4[0]]
} AS c5
RETURN [c5[0]] AS r
