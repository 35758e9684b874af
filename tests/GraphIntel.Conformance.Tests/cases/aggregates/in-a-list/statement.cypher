CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a1
  CALL (n1) {
    MATCH (n1)-[r3:PARTICIPATED_IN]->(n2:Event)
    WHERE r3.standing IN ['ASSERTED', 'DISPUTED']
    WITH DISTINCT n2
    WITH n2, n2.kind AS g4
    WITH g4, count(*) AS c1
    ORDER BY c1 DESC, g4 ASC LIMIT $p.a0
    RETURN collect([g4, c1]) AS c2
  }
  CALL (n1) {
    MATCH (n1)-[r3:PARTICIPATED_IN]->(n2:Event)
    WHERE r3.standing IN ['ASSERTED', 'DISPUTED']
    WITH DISTINCT n2
    WITH n2
    WHERE n2.start IS NOT NULL
    WITH n2, date.truncate('month', n2.start) AS g5
    WITH g5, count(*) AS c3
    ORDER BY g5 LIMIT 1001
    RETURN collect([g5, c3]) AS c4
  }
  CALL (n1) {
    MATCH (n1)-[r3:PARTICIPATED_IN]->(n2:Event)
    WHERE r3.standing IN ['ASSERTED', 'DISPUTED']
    WITH DISTINCT n2
    WITH count(*) AS c0
    RETURN [c0] AS c5
  }
  RETURN [n1.name, [c5[0], c2, c4]]
} AS c6
RETURN [c6] AS r
