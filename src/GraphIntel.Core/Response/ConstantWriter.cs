using GraphIntel.Core.Model;
using GraphIntel.Core.Values;

namespace GraphIntel.Core.Response;

/// <summary>Writes the response of a plan that reads nothing from a store: only <c>__typename</c> and introspection.</summary>
internal static class ConstantWriter
{
    public static void Write(PlanRun run) => ResponseWriter<NoRows>.Write(run, default);

    /// <summary>A reader of a result without rows.</summary>
    private readonly struct NoRows : IRowReader
    {
        public int Position
        {
            get => 0;
            set => throw NothingToRead();
        }

        public bool TryReadNull() => throw NothingToRead();

        public void EnterRow() => throw NothingToRead();

        public void ExitRow() => throw NothingToRead();

        public int EnterList() => throw NothingToRead();

        public bool NextItem(ref int remaining) => throw NothingToRead();

        public int ReadInt() => throw NothingToRead();

        public bool TryReadDay(out DateOnly day) => throw NothingToRead();

        public bool TryEnterList(out int remaining) => throw NothingToRead();

        public bool TryCopyScalar(ScalarKind kind, EnumType? values, ResponseBuffer output) => throw NothingToRead();

        public bool TryReadPoint(out GeoPoint point) => throw NothingToRead();

        public void CopyKey(ScalarKind kind, ResponseBuffer output) => throw NothingToRead();

        public string Describe(ScalarKind kind) => throw NothingToRead();

        public void Skip() => throw NothingToRead();

        private static InvalidOperationException NothingToRead() => new("The plan reads nothing.");
    }
}
