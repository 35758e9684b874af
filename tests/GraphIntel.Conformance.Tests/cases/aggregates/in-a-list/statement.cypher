CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a1
  WITH *, COLLECT {
    MATCH (n1)-[r3:PARTICIPATED_IN]->(n2:Event)
    WHERE r3.standing IN ['ASSERTED', 'DISPUTED']
    WITH DISTINCT n2
    WITH count(*) AS c0, collect(n2) AS c1
    WITH *, COLLECT {
      UNWIND c1 AS n2
      WITH n2.kind AS g4, count(*) AS c2
      ORDER BY c2 DESC, g4 ASC LIMIT $p.a0
      RETURN [g4, c2]
    } AS c3, COLLECT {
      UNWIND c1 AS n2
      WITH n2
      WHERE n2.start IS NOT NULL
      WITH date.truncate('month', n2.start) AS g5, count(*) AS c4
      ORDER BY g5 LIMIT 1001
      RETURN [g5, c4]
    } AS c5
    RETURN [c0, c3, c5]
  } AS c6
  RETURN [n1.name, coalesce(c6[0], [0, [], []])]
} AS c7
RETURN [c7] AS r
