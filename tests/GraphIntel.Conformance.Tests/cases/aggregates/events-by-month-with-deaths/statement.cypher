CYPHER 5
WITH COLLECT {
  MATCH (n1:Event)
  WITH collect(n1) AS c0
  WITH *, COLLECT {
    UNWIND c0 AS n1
    WITH n1
    WHERE n1.start IS NOT NULL
    WITH date.truncate('month', n1.start) AS g2, count(*) AS c1, count(n1.deathsBest) AS c2, CASE WHEN count(n1.deathsBest) > 0 THEN sum(n1.deathsBest) END AS c3
    ORDER BY g2 LIMIT 1001
    RETURN [g2, c1, c2, c3]
  } AS c4
  RETURN [c4]
} AS c5
RETURN [coalesce(c5[0], [[]])] AS r
