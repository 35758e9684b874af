CYPHER 5
CALL () {
  MATCH (n1:Event)
  MATCH (n1)<-[r3:PARTICIPATED_IN]-(n2:Actor)
  WHERE r3.standing IN ['ASSERTED', 'DISPUTED']
  WITH DISTINCT n1, n2
  WITH n2, count(*) AS c2, min(n1.start) AS c3, max(n1.start) AS c4, CASE WHEN count(n1.deathsBest) > 0 THEN sum(n1.deathsBest) END AS c5
  ORDER BY c2 DESC, n2.id ASC LIMIT $p.a0
  WITH *, COLLECT {
    WITH n2 AS n4
    WHERE n4 IS NOT NULL
    RETURN [n4.name]
  } AS c1
  RETURN collect([c1[0], c2, c3, c4, c5]) AS c6
}
CALL () {
  MATCH (n1:Event)
  MATCH (n1)<-[r6:PARTICIPATED_IN]-(n5:Actor)
  WHERE r6.standing IN ['ASSERTED', 'DISPUTED']
  WITH DISTINCT n1, n5
  RETURN count(DISTINCT n5) AS c7
}
CALL () {
  MATCH (n1:Event)
  WITH count(*) AS c0
  RETURN [c0] AS c8
}
RETURN [[c8[0], c6, c7]] AS r
