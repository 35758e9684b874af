CYPHER 5
CALL () {
  MATCH (n1:Event)
  WITH n1
  WHERE n1.start IS NOT NULL
  WITH n1, date.truncate('month', n1.start) AS g2
  WITH g2, count(*) AS c0, count(n1.deathsBest) AS c1, CASE WHEN count(n1.deathsBest) > 0 THEN sum(n1.deathsBest) END AS c2
  ORDER BY g2 LIMIT 1001
  RETURN collect([g2, c0, c1, c2]) AS c3
}
RETURN [[c3]] AS r
