CYPHER 5
WITH COLLECT {
  MATCH (n1:Event)
  WITH count(*) AS c0, collect(n1) AS c1
  WITH *, COLLECT {
    UNWIND c1 AS n1
    MATCH (n1)<-[r3:PARTICIPATED_IN]-(n2:Actor)
    WHERE r3.standing IN ['ASSERTED', 'DISPUTED']
    WITH DISTINCT n1, n2
    WITH n2, count(*) AS c3, min(n1.start) AS c4, max(n1.start) AS c5, CASE WHEN count(n1.deathsBest) > 0 THEN sum(n1.deathsBest) END AS c6
    ORDER BY c3 DESC, n2.id ASC LIMIT $p.a0
    WITH *, COLLECT {
      WITH n2 AS n4
      WHERE n4 IS NOT NULL
      RETURN [n4.name]
    } AS c2
    RETURN [c2[0], c3, c4, c5, c6]
  } AS c7, COUNT {
    UNWIND c1 AS n1
    MATCH (n1)<-[r6:PARTICIPATED_IN]-(n5:Actor)
    WHERE r6.standing IN ['ASSERTED', 'DISPUTED']
    WITH DISTINCT n1, n5
    WITH DISTINCT n5
    RETURN n5
  } AS c8
  RETURN [c0, c7, c8]
} AS c9
RETURN [coalesce(c9[0], [0, [], 0])] AS r
