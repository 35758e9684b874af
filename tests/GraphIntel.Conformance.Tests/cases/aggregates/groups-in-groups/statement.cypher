CYPHER 5
WITH COLLECT {
  MATCH (n1:Event)
  WITH collect(n1) AS c0
  WITH *, COLLECT {
    UNWIND c0 AS n1
    MATCH (n1)<-[r3:PARTICIPATED_IN]-(n2:Actor)
    WHERE r3.standing IN ['ASSERTED', 'DISPUTED']
    WITH DISTINCT n1, n2
    WITH n2, collect(n1) AS c2, count(*) AS c6
    ORDER BY c6 DESC, n2.id ASC LIMIT $p.a1
    WITH *, COLLECT {
      WITH n2 AS n4
      WHERE n4 IS NOT NULL
      RETURN [n4.name]
    } AS c1, COLLECT {
      UNWIND c2 AS n1
      WITH n1.kind AS g5, count(*) AS c3
      ORDER BY c3 DESC, g5 ASC LIMIT $p.a0
      RETURN [g5, c3]
    } AS c4, COUNT {
      UNWIND c2 AS n1
      MATCH (n1)-[r7:OCCURRED_AT]->(n6:Place)
      WITH DISTINCT n6
      RETURN n6
    } AS c5
    RETURN [c1[0], c4, c5]
  } AS c7, COLLECT {
    UNWIND c0 AS n1
    WITH n1.kind AS g8, collect(n1) AS c8, count(*) AS c11
    ORDER BY g8 ASC, c11 DESC LIMIT $p.a2
    WITH *, COLLECT {
      UNWIND c8 AS n1
      WITH n1
      WHERE n1.start IS NOT NULL
      WITH date.truncate('quarter', n1.start) AS g9, count(*) AS c9
      ORDER BY g9 LIMIT 1001
      RETURN [g9, c9]
    } AS c10
    RETURN [g8, c10]
  } AS c12
  RETURN [c7, c12]
} AS c13
RETURN [coalesce(c13[0], [[], []])] AS r
