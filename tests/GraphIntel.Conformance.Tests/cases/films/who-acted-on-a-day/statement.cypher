CYPHER 5
WITH COLLECT {
  MATCH (n1:Film)
  WHERE n1.id = $p.a0
  WITH *, COUNT {
    MATCH (n1)<-[r2:ACTED_IN]-(n3:Person)
    WHERE (r2.hired IS NULL OR r2.hired <= $p.a1) AND (r2.released IS NULL OR r2.released > $p.a1)
    RETURN n3
  } AS c0, COLLECT {
    MATCH (n1)<-[r2:ACTED_IN]-(n3:Person)
    WHERE (r2.hired IS NULL OR r2.hired <= $p.a1) AND (r2.released IS NULL OR r2.released > $p.a1)
    WITH *
    ORDER BY n3.name ASC, n3.id ASC, r2.id ASC LIMIT $p.a3
    WITH *, COLLECT {
      WITH startNode(r2) AS n4
      RETURN [n4.name]
    } AS c1, COLLECT {
      WITH endNode(r2) AS n5
      RETURN [n5.title]
    } AS c2
    RETURN [r2.roles, r2.hired, r2.released, n3.name, n3.born, n3.alive, n3.height, r2.id, c1[0], c2[0]]
  } AS c3, COLLECT {
    MATCH (n1)<-[r6:ACTED_IN]-(n7:Person)
    WHERE (r6.hired IS NULL OR r6.hired <= $p.a4) AND (r6.released IS NULL OR r6.released > $p.a4)
    WITH *
    ORDER BY n7.id ASC, r6.id ASC LIMIT $p.a6
    RETURN [n7.id]
  } AS c4, COUNT {
    MATCH (n1)<-[r8:ACTED_IN]-(n9:Person)
    WHERE (r8.hired IS NULL OR r8.hired <= $p.a7) AND (r8.released IS NULL OR r8.released > $p.a7)
    RETURN n9
  } AS c5
  RETURN [n1.title, n1.title, n1.year, n1.genre, CASE WHEN n1.shotAt IS NULL THEN null ELSE [n1.shotAt.latitude, n1.shotAt.longitude] END, c0, c3, c4, c5]
} AS c6
RETURN [c6[0]] AS r
